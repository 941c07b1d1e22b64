package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.contract.PortsUnderTest.KeptEvent;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent.BountyFunded;
import io.guildhall.domain.bounty.BountyEvent.BountyOpened;
import io.guildhall.domain.bounty.BountyEvent.BountyPosted;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimEvent.ClaimCreated;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of Outbox keeps. */
public abstract class OutboxContract extends PortContract {

    @Test
    public void eventsAreKeptInTheirOrderEachUnderItsOwnId() {
        Bounty bounty = openBounty(operator());
        Instant first = clock.instant();
        Instant second = first.plusSeconds(1);
        unit(() -> {
            publish(first, posted(bounty), funded(bounty));
            publish(second, opened(bounty));
        });
        Instant third = second.plusSeconds(1);
        unit(() -> publish(third, posted(bounty)));

        List<KeptEvent> kept = ports().keptEvents(posted(bounty).subject());

        assertThat(kept).extracting(KeptEvent::at).containsExactly(first, first, second, third);
        assertThat(kept).extracting(KeptEvent::id).doesNotHaveDuplicates();
        assertThat(kept)
                .allSatisfy(event -> {
                    assertThat(event.subject()).isEqualTo(posted(bounty).subject());
                    assertThat(event.story()).isEqualTo(posted(bounty).subject());
                });
    }

    /** More than the parameters that one statement of PostgreSQL can have. */
    @Test
    public void thousandsOfEventsArePublishedAtOnceInTheirOrder() {
        Bounty bounty = openBounty(operator());
        Instant first = clock.instant();
        List<DomainEvent> many = Collections.nCopies(7_500, posted(bounty));

        unit(() -> {
            ports().outbox().publish(many, first);
            publish(first.plusSeconds(1), opened(bounty));
        });

        List<KeptEvent> kept = ports().keptEvents(posted(bounty).subject());
        assertThat(kept).hasSize(many.size() + 1).extracting(KeptEvent::at).isSorted();
        assertThat(kept).extracting(KeptEvent::id).doesNotHaveDuplicates();
    }

    @Test
    public void claimsEventBelongsToItsBountysStory() {
        Bounty bounty = openBounty(operator());
        Claim claim = pendingClaim(bounty, agentOf(operator()));
        var created = new ClaimCreated(claim.id(), bounty.id(), claim.parties());
        unit(() -> publish(clock.instant(), created));

        KeptEvent kept =
                ports().keptEvents(new Subject(Subject.Kind.CLAIM, claim.id().value())).getFirst();

        assertThat(kept.story()).isEqualTo(new Subject(Subject.Kind.BOUNTY, bounty.id().value()));
    }

    @Test
    public void eventsOfAFailedUnitNeverHappened() {
        Bounty bounty = openBounty(operator());

        assertThatThrownBy(() ->
                        unit(() -> {
                            publish(clock.instant(), posted(bounty));
                            throw new IllegalArgumentException("too late");
                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(ports().keptEvents(posted(bounty).subject())).isEmpty();
    }

    private void publish(Instant at, DomainEvent... events) {
        ports().outbox().publish(List.of(events), at);
    }

    private static DomainEvent posted(Bounty bounty) {
        return new BountyPosted(
                bounty.id(), bounty.poster(), bounty.terms().title(), bounty.terms().reward());
    }

    private static DomainEvent funded(Bounty bounty) {
        return new BountyFunded(bounty.id(), bounty.poster(), bounty.terms().reward());
    }

    private static DomainEvent opened(Bounty bounty) {
        return new BountyOpened(
                bounty.id(), bounty.poster(), bounty.terms().title(), bounty.terms().reward());
    }
}
