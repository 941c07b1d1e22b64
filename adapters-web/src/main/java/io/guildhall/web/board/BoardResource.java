package io.guildhall.web.board;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.application.access.BountyBoard.Query;
import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.bounty.ViewBounties.View;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The board: open bounties, and how to find the right one. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class BoardResource {

    private final Visit visit;
    private final Frames frames;
    private final ViewBounties bounties;
    private final MarketClock clock;

    public BoardResource(Visit visit, Frames frames, ViewBounties bounties, MarketClock clock) {
        this.visit = visit;
        this.frames = frames;
        this.bounties = bounties;
        this.clock = clock;
    }

    /**
     * @param base the page itself, without what is looked for
     * @param count how many are found in all, as far as it is known
     * @param next the address of the next page; null on the last
     */
    @CheckedTemplate(basePath = "board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Board(
            Frame frame,
            String base,
            boolean mine,
            Form given,
            boolean narrowed,
            String count,
            List<Row> rows,
            @Nullable String next,
            Complaint complaint)
            implements TemplateInstance {}

    @GET
    public Response board(@Context UriInfo uri) {
        return page("/", null, uri);
    }

    /** What the visitor has posted, in whatever state. */
    @GET
    @Path("mine")
    public Response mine(@Context UriInfo uri) {
        return page("/mine", visit.caller().asOperator(), uri);
    }

    private Response page(String base, @Nullable OperatorId poster, UriInfo uri) {
        Caller caller = visit.caller();
        BoardSearch search = new BoardSearch(Form.of(uri.getQueryParameters()));
        Query query = search.query(poster);
        Page<View> found = bounties.search(caller, query);
        Instant now = clock.instant();
        String next =
                found.hasMore()
                        ? search.address(
                                base,
                                Place.text(
                                        BountyBoard.position(
                                                query.sort(), found.items().getLast().bounty())))
                        : null;
        return Answers.ok(
                new Board(
                        frames.of(
                                poster == null ? "Open bounties" : "My bounties",
                                poster == null ? Section.BOARD : Section.MINE),
                        base,
                        poster != null,
                        search.given(),
                        search.isNarrowed(),
                        count(bounties.estimate(caller, query)),
                        found.items().stream().map(view -> Row.of(view.bounty(), now)).toList(),
                        next,
                        search.complaint()));
    }

    private static String count(long found) {
        if (found > BountyBoard.COUNTED_MAX) {
            return String.format(Locale.ENGLISH, "about %,d bounties", found);
        }
        return found == 1 ? "1 bounty" : String.format(Locale.ENGLISH, "%,d bounties", found);
    }
}
