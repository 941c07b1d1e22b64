package io.guildhall.web.watch;

import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Ids;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Watch it work: a bounty's story as it goes on. */
@Path("/bounties/{id}/watch")
@WebPage
@RunOnVirtualThread
public class WatchResource {

    private static final int ENTRIES = 60;
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

    /** No stream has it, so that the page is read again. */
    private static final long NOWHERE = -1;

    private final Visit visit;
    private final Frames frames;
    private final ViewBounties bounties;
    private final Story story;
    private final LiveStory live;

    public WatchResource(
            Visit visit, Frames frames, ViewBounties bounties, Story story, LiveStory live) {
        this.visit = visit;
        this.frames = frames;
        this.bounties = bounties;
        this.story = story;
        this.live = live;
    }

    /**
     * @param entries newest first
     * @param stream where the page hears what follows; null on a page of the past
     * @param older where the story goes on backwards; null at its beginning
     */
    @CheckedTemplate(basePath = "watch", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WatchPage(
            Frame frame,
            String id,
            String title,
            Now now,
            List<Entry> entries,
            @Nullable String stream,
            @Nullable String older)
            implements TemplateInstance {}

    @GET
    public Response watch(
            @PathParam("id") String id, @QueryParam("before") @Nullable String before) {
        Caller reader = visit.caller();
        BountyId bounty = Ids.bounty(id);
        String title = bounties.find(reader, bounty).bounty().terms().title();
        // Before the story is read: what happens meanwhile is told to the page again.
        long place = live.place();
        Page<Recorded> happened = story.of(reader, bounty, new PageRequest(event(before), ENTRIES));
        List<Entry> entries = story.told(reader, bounty, happened.items());
        String address = "/bounties/" + id + "/watch";
        return Answers.ok(
                new WatchPage(
                        frames.of("Watch it work", Section.OTHER),
                        id,
                        title,
                        story.now(reader, bounty),
                        entries,
                        before == null ? address + "/stream?after=" + place : null,
                        happened.hasMore() ? address + "?before=" + entries.getLast().id() : null));
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response stream(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Last-Event-ID") @Nullable String heardLast) {
        Caller reader = visit.caller();
        BountyId bounty = Ids.bounty(id);
        bounties.find(reader, bounty);
        String session = Objects.requireNonNull(visit.session());
        return Response.ok(
                        live.told(
                                reader,
                                session,
                                bounty,
                                place(heardLast == null ? after : heardLast)))
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** Whoever names none hears what happens from now on. */
    private long place(@Nullable String text) {
        if (text == null) {
            return live.place();
        }
        return PLACE.matcher(text).matches() ? Long.parseLong(text) : NOWHERE;
    }

    private static @Nullable UUID event(@Nullable String text) {
        return text == null ? null : OpenBountyIds.EVENT.off(text).orElse(null);
    }
}
