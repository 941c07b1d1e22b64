package io.guildhall.web.session;

import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.Role;
import io.guildhall.web.oidc.OidcSettings;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Ids;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who is signed in, and by what else it could be. */
@Path("/account")
@WebPage
@RunOnVirtualThread
public class OperatorResource {

    private final Visit visit;
    private final Frames frames;
    private final ViewParties parties;
    private final OidcSettings oidc;

    public OperatorResource(Visit visit, Frames frames, ViewParties parties, OidcSettings oidc) {
        this.visit = visit;
        this.frames = frames;
        this.parties = parties;
        this.oidc = oidc;
    }

    /**
     * @param email empty for an agent that is its own operator
     * @param issuer where an account can be linked; null where none can
     */
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OperatorPage(
            Frame frame,
            String name,
            String email,
            String id,
            List<String> roles,
            @Nullable String issuer)
            implements TemplateInstance {}

    @GET
    public Response show() {
        Operator operator = parties.operatorOf(visit.caller());
        return Answers.ok(
                new OperatorPage(
                        frames.of("Your account", Section.OTHER),
                        operator.name(),
                        operator.email(),
                        Ids.of(operator.id()),
                        operator.roles().stream()
                                .map(Role::name)
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList(),
                        oidc.issuer()));
    }
}
