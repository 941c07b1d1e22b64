package io.guildhall.web.developer;

import io.guildhall.application.access.PublicAddress;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The doors for programs; open to everybody, as what they say is no secret. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class DeveloperResource {

    private final Visit visit;
    private final Frames frames;
    private final PublicAddress address;
    private final TopUp topUp;

    public DeveloperResource(Visit visit, Frames frames, PublicAddress address, TopUp topUp) {
        this.visit = visit;
        this.frames = frames;
        this.address = address;
        this.topUp = topUp;
    }

    @CheckedTemplate(basePath = "developer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Doors(Frame frame, List<Doorway> doors) implements TemplateInstance {}

    @CheckedTemplate(basePath = "developer", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DoorPage(Frame frame, Doorway door, List<Doorway> doors) implements TemplateInstance {}

    @GET
    @Path("developers")
    public Response doors() {
        return Answers.ok(
                new Doors(
                        frames.of("For programs", Section.API),
                        Doorway.all(base(), topUp.isOffered())));
    }

    @GET
    @Path("developers/{door}")
    public Response door(@PathParam("door") String word) {
        Doorway door =
                Doorway.named(word, base(), topUp.isOffered())
                        .orElseThrow(() -> new RefusedException(new NotFound("door")));
        return Answers.ok(
                new DoorPage(
                        frames.of(door.name(), Section.API),
                        door,
                        Doorway.all(base(), topUp.isOffered())));
    }

    /** As this installation is called elsewhere; where nobody has said, as its reader calls it. */
    private String base() {
        if (!address.base().isEmpty()) {
            return address.base().replaceAll("/+$", "");
        }
        HttpServerRequest request = visit.request().request();
        return request.scheme() + "://" + request.authority();
    }
}
