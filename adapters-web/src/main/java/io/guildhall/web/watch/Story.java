package io.guildhall.web.watch;

import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.bounty.ViewStory;
import io.guildhall.application.progress.ViewProgress;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.PayoutEvent.PayoutCompleted;
import io.guildhall.domain.progress.ProgressEvent.ProgressReported;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.progress.TraceId;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.web.standing.MoneyPlace;
import io.guildhall.web.standing.Standing;
import io.guildhall.web.standing.ViewStanding;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a bounty and how it stands, as far as a reader may know it. */
@Singleton
final class Story {

    private final ViewBounties bounties;
    private final ViewStory story;
    private final ViewProgress progress;
    private final ViewStanding standings;
    private final MarketClock clock;

    Story(
            ViewBounties bounties,
            ViewStory story,
            ViewProgress progress,
            ViewStanding standings,
            MarketClock clock) {
        this.bounties = bounties;
        this.story = story;
        this.progress = progress;
        this.standings = standings;
        this.clock = clock;
    }

    Page<Recorded> of(Caller reader, BountyId bounty, PageRequest page) {
        return story.of(reader, bounty, page);
    }

    /** In the order given. */
    List<Entry> told(Caller reader, BountyId bounty, List<Recorded> happened) {
        Instant now = clock.instant();
        Map<TraceId, String> data = dataOf(reader, bounty, happened);
        return happened.stream()
                .map(recorded -> Telling.of(recorded, dataOf(recorded, data), now))
                .toList();
    }

    Now now(Caller reader, BountyId bounty) {
        Standing standing = standings.of(reader, bounties.find(reader, bounty));
        return new Now(
                standing.bounty(),
                standing.nextMove(),
                MoneyPlace.of(standing.bounty(), paid(reader, bounty)));
    }

    /** The end of a story is at its beginning here: newest first. */
    private @Nullable Money paid(Caller reader, BountyId bounty) {
        return story.of(reader, bounty, PageRequest.first(PageRequest.LIMIT_MAX)).items().stream()
                .map(Recorded::event)
                .filter(PayoutCompleted.class::isInstance)
                .map(event -> ((PayoutCompleted) event).net())
                .findFirst()
                .orElse(null);
    }

    /** Events leave out what agents send along; the latest reports have it. */
    private Map<TraceId, String> dataOf(Caller reader, BountyId bounty, List<Recorded> happened) {
        if (happened.stream().noneMatch(one -> one.event() instanceof ProgressReported)) {
            return Map.of();
        }
        Map<TraceId, String> data = new HashMap<>();
        for (Trace trace :
                progress.onBounty(reader, bounty, PageRequest.first(PageRequest.LIMIT_MAX))
                        .items()) {
            String metadata = trace.metadata();
            if (metadata != null) {
                data.put(trace.id(), metadata);
            }
        }
        return data;
    }

    private static @Nullable String dataOf(Recorded recorded, Map<TraceId, String> data) {
        return recorded.event() instanceof ProgressReported said ? data.get(said.trace()) : null;
    }
}
