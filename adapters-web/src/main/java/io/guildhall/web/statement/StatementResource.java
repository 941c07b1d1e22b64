package io.guildhall.web.statement;

import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.ledger.Statement;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.statement.Period.Asked;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.guildhall.wire.statement.StatementFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A period's transfers, fees and payouts, added up, and as files. */
@Path("/money/statement")
@WebPage
@RunOnVirtualThread
public class StatementResource {

    private static final int UNPROCESSABLE = 422;

    private final Visit visit;
    private final Frames frames;
    private final ViewLedger ledger;
    private final MarketClock clock;

    public StatementResource(Visit visit, Frames frames, ViewLedger ledger, MarketClock clock) {
        this.visit = visit;
        this.frames = frames;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param from as it was asked for
     * @param sums null where there are none to show
     */
    @CheckedTemplate(basePath = "statement", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StatementPage(
            Frame frame,
            String from,
            String to,
            String currency,
            @Nullable Sums sums,
            Complaint complaint)
            implements TemplateInstance {}

    @GET
    public Response show(@BeanParam Period period) {
        Caller caller = visit.caller();
        try {
            Asked asked = period.read(clock.instant());
            return Answers.ok(page(asked, Sums.of(statement(caller, asked), asked)));
        } catch (RefusedException refused) {
            return Answers.page(UNPROCESSABLE, page(period, Complaint.of(refused.error())));
        }
    }

    @GET
    @Path("{file:statement\\.(?:csv|json)}")
    public Response file(@PathParam("file") String file, @BeanParam Period period) {
        Caller caller = visit.caller();
        try {
            Asked asked = period.read(clock.instant());
            Statement statement = statement(caller, asked);
            boolean csv = file.endsWith("csv");
            return Response.ok(
                            csv
                                    ? StatementFile.csv(statement, caller.operator())
                                    : StatementFile.json(statement, caller.operator())
                                            .toPrettyString())
                    .type(csv ? "text/csv; charset=utf-8" : "application/json")
                    .header("Content-Disposition", "attachment; filename=\"" + name(asked, file))
                    .build();
        } catch (RefusedException refused) {
            return Answers.page(UNPROCESSABLE, page(period, Complaint.of(refused.error())));
        }
    }

    private Statement statement(Caller caller, Asked asked) {
        return ledger.statement(caller, asked.currency(), asked.begin(), asked.end());
    }

    private static String name(Asked asked, String file) {
        return "guildhall-" + asked.first() + "-to-" + asked.last() + "-" + file + "\"";
    }

    private TemplateInstance page(Asked asked, Sums sums) {
        return new StatementPage(
                frames.of("Statement", Section.MONEY),
                asked.first().toString(),
                asked.last().toString(),
                asked.currency().word(),
                sums,
                Complaint.none());
    }

    private TemplateInstance page(Period period, Complaint complaint) {
        return new StatementPage(
                frames.of("Statement", Section.MONEY),
                Objects.requireNonNullElse(period.from(), ""),
                Objects.requireNonNullElse(period.to(), ""),
                Objects.requireNonNullElse(period.currency(), ""),
                null,
                complaint);
    }
}
