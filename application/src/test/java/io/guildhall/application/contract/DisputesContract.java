package io.guildhall.application.contract;

import static io.guildhall.domain.dispute.DisputeFixture.heard;
import static io.guildhall.domain.dispute.DisputeFixture.offering;
import static io.guildhall.domain.dispute.DisputeFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeFixture;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.DisputeStatus;
import io.guildhall.domain.dispute.DisputeStatus.Decided;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.dispute.EvidenceId;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.domain.dispute.OfferId;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of Disputes keeps. */
public abstract class DisputesContract extends PortContract {

    @Test
    public void disputeIsFoundAsItWasAdded() {
        Claim claim = someClaim();
        SubmissionId submission = submission(claim, 1).id();
        Dispute aboutWork = dispute(claim, submission, Side.AGENT);
        Dispute aboutBounty = dispute(someClaim(), null, Side.POSTER);

        assertThat(found(aboutWork)).isEqualTo(aboutWork);
        assertThat(found(aboutBounty)).isEqualTo(aboutBounty);
        assertThat(unit(() -> ports().disputes().find(new DisputeId(ids.next())))).isEmpty();
    }

    @Test
    public void everyStatusIsKept() {
        Operator arbiter = operator();
        Instant at = clock.instant();
        Instant later = at.plusSeconds(60).plusNanos(1_000);
        Decided forAgent = new Decided(new Ruling.ForAgent(), arbiter.id(), "All of it", at);
        Decided forPoster = new Decided(new Ruling.ForPoster(), arbiter.id(), "", at);
        Decided split = new Decided(new Ruling.Split(1), arbiter.id(), "Ünïcode", at);
        List<DisputeStatus> statuses =
                List.of(
                        new DisputeStatus.Open(later),
                        new DisputeStatus.Answered(at),
                        new DisputeStatus.Ruled(forAgent),
                        new DisputeStatus.Ruled(split),
                        new DisputeStatus.Executed(forPoster, later),
                        new DisputeStatus.Executed(split, later),
                        new DisputeStatus.Settled(0, at),
                        new DisputeStatus.Settled(Ruling.WHOLE_BPS, at),
                        new DisputeStatus.Withdrawn(at),
                        new DisputeStatus.TimedOut(new Ruling.ForAgent(), at),
                        new DisputeStatus.TimedOut(new Ruling.Split(9_999), at));
        assertThat(statuses.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(DisputeStatus.class.getPermittedSubclasses());

        for (DisputeStatus status : statuses) {
            Dispute added = dispute(someClaim(), null, Side.AGENT);
            Dispute saved = unit(() -> ports().disputes().save(with(added, status)));

            assertThat(saved.version()).isGreaterThan(added.version());
            assertThat(found(added)).isEqualTo(saved);
            assertThat(found(added).status()).isEqualTo(status);
        }
    }

    @Test
    public void whatWasHeardAndOfferedIsKept() {
        Dispute added = dispute(someClaim(), null, Side.AGENT);
        Offer posters = new Offer(new OfferId(ids.next()), Side.POSTER, 2_500, clock.instant());
        Offer agents =
                new Offer(
                        new OfferId(ids.next()),
                        Side.AGENT,
                        10_000,
                        clock.instant().plusNanos(1_000));

        Dispute one =
                unit(() -> ports().disputes().save(offering(heard(added, 1, 20), null, agents)));
        assertThat(found(added)).isEqualTo(one);
        Dispute both = unit(() -> ports().disputes().save(offering(one, posters, agents)));
        assertThat(found(added)).isEqualTo(both);
    }

    @Test
    public void timesThatAContractKeepsAreKept() {
        Dispute added = dispute(someClaim(), null, Side.AGENT);
        Instant answerBy = clock.instant().plusSeconds(60).plusNanos(1_000);
        Instant decideBy = answerBy.plusSeconds(60);

        Dispute saved =
                unit(() ->
                        ports().disputes()
                                .save(
                                        added.runUntil(answerBy, decideBy, clock.instant())
                                                .orThrow()
                                                .state()));

        assertThat(found(added)).isEqualTo(saved);
        assertThat(found(added).status()).isEqualTo(new DisputeStatus.Open(answerBy));
        assertThat(found(added).decideBy()).isEqualTo(decideBy);
    }

    @Test
    public void stateThatSomebodySavedSinceIsARaceLost() {
        Dispute stale = dispute(someClaim(), null, Side.AGENT);
        var withdrawn = new DisputeStatus.Withdrawn(clock.instant());
        unit(() -> ports().disputes().save(with(stale, withdrawn)));

        assertLosesRace(() -> ports().disputes().save(heard(stale, 1, 1)));

        assertThat(found(stale).status()).isEqualTo(withdrawn);
    }

    @Test
    public void sideDisputesOneThingOnce() {
        Claim claim = someClaim();
        SubmissionId first = submission(claim, 1).id();
        SubmissionId second = submission(claim, 2).id();
        assertThat(filed(Side.AGENT, claim, first)).isNull();
        Dispute aboutFirst = withdrawn(dispute(claim, first, Side.AGENT));

        assertLosesRace(() -> ports().disputes().add(newDispute(claim, first, Side.AGENT)));

        Dispute postersAboutFirst = withdrawn(dispute(claim, first, Side.POSTER));
        Dispute aboutSecond = withdrawn(dispute(claim, second, Side.AGENT));
        Dispute aboutBounty = withdrawn(dispute(claim, null, Side.AGENT));
        assertLosesRace(() -> ports().disputes().add(newDispute(claim, null, Side.AGENT)));
        Dispute postersAboutBounty = withdrawn(dispute(claim, null, Side.POSTER));

        assertThat(filed(Side.AGENT, claim, first)).isEqualTo(aboutFirst.id());
        assertThat(filed(Side.POSTER, claim, first)).isEqualTo(postersAboutFirst.id());
        assertThat(filed(Side.AGENT, claim, second)).isEqualTo(aboutSecond.id());
        assertThat(filed(Side.POSTER, claim, second)).isNull();
        assertThat(filed(Side.AGENT, claim, null)).isEqualTo(aboutBounty.id());
        assertThat(filed(Side.POSTER, claim, null)).isEqualTo(postersAboutBounty.id());
        assertThat(filed(Side.AGENT, someClaim(), null)).isNull();
    }

    @Test
    public void claimHasOneUndecidedDispute() {
        Claim claim = someClaim();
        Dispute first = dispute(claim, null, Side.AGENT);
        unit(() ->
                ports().disputes().save(with(first, new DisputeStatus.Answered(clock.instant()))));

        assertLosesRace(() -> ports().disputes().add(newDispute(claim, null, Side.POSTER)));

        withdrawn(first);
        Dispute second = dispute(claim, null, Side.POSTER);
        assertThat(found(second)).isEqualTo(second);
    }

    @Test
    public void sidesSeeTheirDisputesAndArbitersAndAdminsAll() {
        Operator poster = operator();
        Operator worker = operator();
        Agent agent = agentOf(worker);
        Claim claim = activeClaim(openBounty(poster), agent);
        Claim rivals = activeClaim(openBounty(poster), agentOf(operator()));
        DisputeId first = withdrawn(dispute(claim, null, Side.AGENT)).id();
        DisputeId second = dispute(claim, null, Side.POSTER).id();
        DisputeId third = dispute(rivals, null, Side.AGENT).id();

        assertThat(seenBy(keyOf(poster), null)).containsExactly(third, second, first);
        assertThat(seenBy(keyOf(worker), null)).containsExactly(second, first);
        assertThat(seenBy(keyOf(agent), null)).containsExactly(second, first);
        assertThat(seenBy(keyOf(agentOf(worker)), null)).isEmpty();
        assertThat(seenBy(keyOf(agentOf(poster)), null)).isEmpty();
        assertThat(seenBy(keyOf(operator()), null)).isEmpty();
        assertThat(seenBy(keyOf(poster), "open")).containsExactly(third, second);
        assertThat(seenBy(keyOf(poster), "withdrawn")).containsExactly(first);
        assertThat(seenBy(keyOf(poster), "executed")).isEmpty();
        Caller admin = Caller.operator(operator().id(), Set.of(Role.ADMIN));
        for (Caller watching : List.of(arbiter(operator()), admin)) {
            assertThat(allSeenBy(watching, null)).containsSubsequence(third, second, first);
            assertThat(allSeenBy(watching, "open"))
                    .containsSubsequence(third, second)
                    .doesNotContain(first);
        }
    }

    @Test
    public void pagesFollowEachOtherWithoutGapOrOverlap() {
        Operator poster = operator();
        List<DisputeId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Claim claim = activeClaim(openBounty(poster), agentOf(operator()));
            made.addFirst(dispute(claim, null, Side.POSTER).id());
        }

        List<Dispute> read =
                pageByPage(
                        page -> ports().disputes().list("open", keyOf(poster), page),
                        dispute -> dispute.id().value());

        assertThat(read).extracting(Dispute::id).containsExactlyElementsOf(made);
    }

    @Test
    public void evidenceOfBothSidesComesNewestFirstPageByPage() {
        Dispute dispute = dispute(someClaim(), null, Side.AGENT);
        Dispute other = dispute(someClaim(), null, Side.AGENT);
        List<Evidence> given = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            given.addFirst(evidence(dispute, i % 2 == 0 ? Side.AGENT : Side.POSTER));
        }
        Evidence bare =
                new Evidence(
                        new EvidenceId(ids.next()),
                        dispute.id(),
                        Side.POSTER,
                        "Words 'alone' \uD83D\uDC1D",
                        List.of(),
                        clock.instant());
        unit(() -> ports().disputes().addEvidence(bare));
        given.addFirst(bare);
        evidence(other, Side.AGENT);

        List<Evidence> read =
                pageByPage(
                        page -> ports().disputes().evidenceIn(dispute.id(), page),
                        evidence -> evidence.id().value());

        assertThat(read).containsExactlyElementsOf(given);
    }

    @Test
    public void evidenceIsGivenOnce() {
        Dispute dispute = dispute(someClaim(), null, Side.AGENT);
        Evidence given = evidence(dispute, Side.AGENT);

        assertThatThrownBy(() -> unit(() -> ports().disputes().addEvidence(given)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    public void bountysDisputesAreFound() {
        Claim claim = someClaim();
        Dispute first = withdrawn(dispute(claim, null, Side.AGENT));
        Dispute second = dispute(claim, null, Side.POSTER);
        dispute(someClaim(), null, Side.AGENT);

        assertThat(unit(() -> ports().disputes().onBounty(claim.bounty())))
                .containsExactly(first, second);
    }

    private Claim someClaim() {
        return activeClaim(openBounty(operator()), agentOf(operator()));
    }

    private Dispute withdrawn(Dispute dispute) {
        return unit(() -> {
            Dispute current = ports().disputes().find(dispute.id()).orElseThrow();
            return ports().disputes()
                    .save(with(current, new DisputeStatus.Withdrawn(clock.instant())));
        });
    }

    private Evidence evidence(Dispute dispute, Side by) {
        Evidence evidence = DisputeFixture.evidence(new EvidenceId(ids.next()), dispute.id(), by);
        unit(() -> ports().disputes().addEvidence(evidence));
        return evidence;
    }

    private @Nullable DisputeId filed(Side by, Claim claim, @Nullable SubmissionId submission) {
        return unit(() -> ports().disputes().filed(by, claim.id(), submission))
                .map(Dispute::id)
                .orElse(null);
    }

    private List<DisputeId> seenBy(Caller viewer, @Nullable String status) {
        return unit(() -> ports().disputes().list(status, viewer, PageRequest.first(10)))
                .items()
                .stream()
                .map(Dispute::id)
                .toList();
    }

    /** The store holds others' disputes too, and their ids may come behind these. */
    private List<DisputeId> allSeenBy(Caller viewer, @Nullable String status) {
        return pageByPage(
                        page -> ports().disputes().list(status, viewer, page),
                        dispute -> dispute.id().value())
                .stream()
                .map(Dispute::id)
                .toList();
    }

    private Dispute found(Dispute dispute) {
        return unit(() -> ports().disputes().find(dispute.id()).orElseThrow());
    }
}
