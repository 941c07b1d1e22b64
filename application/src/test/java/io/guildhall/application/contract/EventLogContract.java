package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.contract.PortsUnderTest.KeptEvent;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.bounty.BountyEvent.BountyCancelled;
import io.guildhall.domain.bounty.BountyEvent.BountyEdited;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyEvent.BountyFrozen;
import io.guildhall.domain.bounty.BountyEvent.BountyFunded;
import io.guildhall.domain.bounty.BountyEvent.BountyOpened;
import io.guildhall.domain.bounty.BountyEvent.BountyPosted;
import io.guildhall.domain.bounty.BountyEvent.BountyUnfrozen;
import io.guildhall.domain.bounty.Term;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimEvent;
import io.guildhall.domain.claim.ClaimEvent.ClaimApproved;
import io.guildhall.domain.claim.ClaimEvent.ClaimCreated;
import io.guildhall.domain.claim.ClaimEvent.ClaimExpired;
import io.guildhall.domain.claim.ClaimEvent.ClaimFailed;
import io.guildhall.domain.claim.ClaimEvent.ClaimLapsed;
import io.guildhall.domain.claim.ClaimEvent.ClaimRejected;
import io.guildhall.domain.claim.ClaimEvent.ClaimReleased;
import io.guildhall.domain.claim.ClaimEvent.ClaimWithdrawn;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.dispute.DisputeEvent;
import io.guildhall.domain.dispute.DisputeEvent.DisputeOpened;
import io.guildhall.domain.dispute.DisputeEvent.DisputeResolved;
import io.guildhall.domain.dispute.DisputeEvent.DisputeSettled;
import io.guildhall.domain.dispute.DisputeEvent.DisputeWithdrawn;
import io.guildhall.domain.dispute.DisputeEvent.EvidenceGiven;
import io.guildhall.domain.dispute.DisputeEvent.OfferMade;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.EvidenceId;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.domain.dispute.OfferId;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.payout.PayoutEvent;
import io.guildhall.domain.payout.PayoutEvent.PayoutCompleted;
import io.guildhall.domain.payout.PayoutEvent.PayoutDelayed;
import io.guildhall.domain.payout.PayoutEvent.PayoutFailed;
import io.guildhall.domain.payout.PayoutEvent.PayoutReturned;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.progress.ProgressEvent;
import io.guildhall.domain.progress.ProgressEvent.ProgressReported;
import io.guildhall.domain.progress.TraceId;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.SubmissionEvent;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionAccepted;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionCreated;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionGateFailed;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRejected;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRevisionRequested;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That every implementation of EventLog tells again what went into the outbox beside it. */
public abstract class EventLogContract extends PortContract {

    @Test
    public void everyEventOfAStoryIsReadAsItWasPublished() {
        Bounty bounty = openBounty(operator());
        Claim claim = activeClaim(bounty, agentOf(operator()));
        List<DomainEvent> events = new ArrayList<>(ofBounty(bounty));
        events.addAll(ofClaim(claim));
        events.addAll(ofSubmission(claim));
        events.addAll(ofDispute(claim));
        events.addAll(ofPayouts(claim));
        events.addAll(ofProgress(claim));
        assertThat(events.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        kinds(
                                BountyEvent.class,
                                ClaimEvent.class,
                                SubmissionEvent.class,
                                DisputeEvent.class,
                                PayoutEvent.class,
                                ProgressEvent.class));
        Instant at = clock.instant().plusNanos(1_000);
        publish(at, events);

        List<Recorded> read = story(bounty);

        assertThat(read.reversed()).extracting(Recorded::event).containsExactlyElementsOf(events);
        assertThat(read).extracting(Recorded::at).containsOnly(at);
        assertThat(read).extracting(Recorded::id).doesNotHaveDuplicates();
    }

    @Test
    public void eventHasTheSameIdOnEveryChannel() {
        Bounty bounty = openBounty(operator());
        publish(clock.instant(), List.of(new BountyExpired(bounty.id(), bounty.poster())));

        KeptEvent kept = ports().keptEvents(subject(bounty)).getLast();

        assertThat(story(bounty).getFirst().id()).isEqualTo(kept.id());
    }

    @Test
    public void eventRemembersTheTraceInWhichItHappened() {
        Bounty bounty = openBounty(operator());
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        ports().traceContext().begin(trace);
        publish(clock.instant(), List.of(new BountyExpired(bounty.id(), bounty.poster())));
        ports().traceContext().end();
        publish(clock.instant(), List.of(new BountyExpired(bounty.id(), bounty.poster())));

        assertThat(story(bounty).reversed())
                .extracting(Recorded::traceparent)
                .containsExactly(trace, null);
    }

    @Test
    public void storyHoldsWhatHappenedInItsOwnLifeOnly() {
        Bounty bounty = openBounty(operator());
        Bounty other = openBounty(operator());
        Claim claim = pendingClaim(bounty, agentOf(operator()));
        var created = new ClaimCreated(claim.id(), bounty.id(), claim.parties());
        var expired = new BountyExpired(other.id(), other.poster());
        publish(clock.instant(), List.of(created, expired));

        assertThat(story(bounty)).extracting(Recorded::event).containsExactly(created);
        assertThat(story(other)).extracting(Recorded::event).containsExactly(expired);
        assertThat(story(openBounty(operator()))).isEmpty();
    }

    @Test
    public void pagesFollowEachOtherNewestFirst() {
        Bounty bounty = openBounty(operator());
        List<DomainEvent> published = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            var cancelled = new BountyCancelled(bounty.id(), bounty.poster(), "reason " + i);
            publish(clock.instant().plusSeconds(i), List.of(cancelled));
            published.addFirst(cancelled);
        }

        List<Recorded> read =
                pageByPage(page -> ports().eventLog().ofStory(subject(bounty), page), Recorded::id);

        assertThat(read).extracting(Recorded::event).containsExactlyElementsOf(published);
    }

    private static List<DomainEvent> ofBounty(Bounty bounty) {
        Money reward = new Money(1_234_567, Currency.USDC);
        return List.of(
                new BountyPosted(bounty.id(), bounty.poster(), "Ünïcode \uD83D\uDC1D", reward),
                new BountyFunded(bounty.id(), bounty.poster(), reward),
                new BountyOpened(bounty.id(), bounty.poster(), "'quoted'", reward),
                new BountyEdited(bounty.id(), bounty.poster(), Set.of(Term.REWARD, Term.STAKE_BPS)),
                new BountyCancelled(bounty.id(), bounty.poster(), "ruled_for_poster"),
                new BountyExpired(bounty.id(), bounty.poster()),
                new BountyFrozen(bounty.id(), bounty.poster(), "paid while it is open"),
                new BountyUnfrozen(bounty.id(), bounty.poster(), bounty.poster(), "A test"));
    }

    private List<DomainEvent> ofClaim(Claim claim) {
        var bounty = claim.bounty();
        Parties parties = claim.parties();
        return List.of(
                new ClaimCreated(claim.id(), bounty, parties),
                new ClaimApproved(claim.id(), bounty, parties, clock.instant().plusSeconds(60)),
                new ClaimRejected(claim.id(), bounty, parties, Claim.INSUFFICIENT_REPUTATION),
                new ClaimWithdrawn(claim.id(), bounty, parties),
                new ClaimLapsed(claim.id(), bounty, parties),
                new ClaimReleased(claim.id(), bounty, parties, ""),
                new ClaimExpired(claim.id(), bounty, parties),
                new ClaimFailed(claim.id(), bounty, parties, "lease_ended"));
    }

    private List<DomainEvent> ofSubmission(Claim claim) {
        var id = new SubmissionId(ids.next());
        var bounty = claim.bounty();
        Parties parties = claim.parties();
        List<DomainEvent> events = new ArrayList<>();
        events.add(
                new SubmissionCreated(
                        id, bounty, claim.id(), parties, clock.instant().plusSeconds(60)));
        List<String> reasons = List.of("Say how it was checked");
        events.add(
                new SubmissionGateFailed(
                        id,
                        bounty,
                        claim.id(),
                        parties,
                        2_100,
                        reasons,
                        clock.instant().plusSeconds(60)));
        events.add(new SubmissionGateFailed(id, bounty, claim.id(), parties, 2_000, reasons, null));
        events.add(new SubmissionRejected(id, bounty, claim.id(), parties, "Still missing"));
        events.add(new SubmissionRevisionRequested(id, bounty, claim.id(), parties, "Nearly"));
        for (Acceptance by : Acceptance.values()) {
            events.add(
                    new SubmissionAccepted(
                            id, bounty, claim.id(), parties, MoneyFixture.usd(13_500), by));
        }
        return events;
    }

    private List<DomainEvent> ofDispute(Claim claim) {
        var id = new DisputeId(ids.next());
        var bounty = claim.bounty();
        Parties parties = claim.parties();
        Instant at = clock.instant();
        return List.of(
                new DisputeOpened(
                        id, bounty, parties, claim.id(), null, Side.POSTER, "Nothing comes", at),
                new DisputeOpened(
                        id,
                        bounty,
                        parties,
                        claim.id(),
                        new SubmissionId(ids.next()),
                        Side.AGENT,
                        "Both criteria are met",
                        at),
                new EvidenceGiven(id, bounty, parties, new EvidenceId(ids.next()), Side.POSTER),
                new OfferMade(
                        id,
                        bounty,
                        parties,
                        new Offer(new OfferId(ids.next()), Side.AGENT, 7_500, at)),
                new DisputeSettled(id, bounty, parties, 7_500),
                new DisputeWithdrawn(id, bounty, parties),
                new DisputeResolved(id, bounty, parties, new Ruling.ForAgent(), "All", false),
                new DisputeResolved(id, bounty, parties, new Ruling.ForPoster(), "", true),
                new DisputeResolved(id, bounty, parties, new Ruling.Split(1), "", true));
    }

    private List<DomainEvent> ofPayouts(Claim claim) {
        var id = new PayoutId(ids.next());
        var payee = claim.parties().operator();
        var agent = claim.parties().agent();
        var work = new AcceptedSubmission(new SubmissionId(ids.next()), claim.bounty(), agent);
        var dispute = new EndedDispute(new DisputeId(ids.next()), claim.bounty(), agent);
        return List.of(
                new PayoutCompleted(id, work, payee, MoneyFixture.usd(13_500)),
                new PayoutCompleted(id, dispute, payee, MoneyFixture.usd(7_500)),
                new PayoutDelayed(id, work, payee, clock.instant()),
                new PayoutFailed(id, work, payee, "rail_down", false),
                new PayoutFailed(id, dispute, payee, "account_closed", true),
                new PayoutReturned(id, work, payee, MoneyFixture.usd(13_500), "account_closed"));
    }

    private List<DomainEvent> ofProgress(Claim claim) {
        return Stream.of(Visibility.values())
                .<DomainEvent>map(visibility ->
                        new ProgressReported(
                                new TraceId(ids.next()),
                                claim.bounty(),
                                claim.id(),
                                claim.parties(),
                                "tests_written",
                                "Two of them",
                                visibility))
                .toList();
    }

    private void publish(Instant at, List<DomainEvent> events) {
        unit(() -> ports().outbox().publish(events, at));
    }

    private List<Recorded> story(Bounty bounty) {
        return unit(() ->
                        ports().eventLog()
                                .ofStory(subject(bounty), PageRequest.first(PageRequest.LIMIT_MAX)))
                .items();
    }

    private static Subject subject(Bounty bounty) {
        return new Subject(Subject.Kind.BOUNTY, bounty.id().value());
    }

    private static List<Class<?>> kinds(Class<?>... families) {
        return Stream.of(families)
                .<Class<?>>flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .toList();
    }
}
