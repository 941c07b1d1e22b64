package io.guildhall.application.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.bounty.PostedBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeStatus;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has to hold after every step, whatever has happened. */
final class Invariants {

    private final Ground ground;
    private final Cast cast;
    private final Known known;

    /** How each thing was when it had ended: so it has to stay. */
    private final Map<Object, Object> ended = new HashMap<>();

    private final Map<BountyId, Long> fences = new HashMap<>();
    private final Set<BountyId> funded = new HashSet<>();
    private final Map<Currency, Long> feesBefore;
    private final Ownership ownership;

    Invariants(Ground ground, Cast cast, Known known) {
        this.ground = ground;
        this.cast = cast;
        this.known = known;
        this.feesBefore = fees(ground.ports().ledger().prove());
        this.ownership = new Ownership(ground.ports().ledger(), cast, known);
    }

    void hold() {
        Map<BountyId, Bounty> bounties = new HashMap<>();
        known.bounties.forEach(
                id -> bounties.put(id, ground.ports().bounties().find(id).orElseThrow()));
        Map<ClaimId, Claim> claims = new HashMap<>();
        known.claims.forEach(id -> claims.put(id, ground.ports().claims().find(id).orElseThrow()));
        List<Payout> everyPayout = allPayouts();
        Map<BountyId, Payout> payouts = ofBounties(everyPayout);

        bounties.values().forEach(bounty -> bountyHolds(bounty, payouts.get(bounty.id())));
        claims.values()
                .forEach(claim -> claimHolds(claim, requireNonNull(bounties.get(claim.bounty()))));
        oneActiveClaimEach(bounties, claims);
        known.submissions.forEach(this::submissionHolds);
        known.disputes.forEach(
                id -> disputeHolds(ground.ports().disputes().find(id).orElseThrow(), bounties));
        moneyHolds(bounties, claims, everyPayout, payouts);
        railMovedEachWithdrawalOnce(everyPayout);
    }

    /** What has to hold when all is over. */
    void holdInTheEnd() {
        Telling.holds(ground.ports(), known, allPayouts(), funded);
    }

    /** Nothing is left that waits for anybody, and no money anywhere but with its owners. */
    boolean isAllOver() {
        return known.bounties.stream()
                        .allMatch(id ->
                                ground.ports()
                                        .bounties()
                                        .find(id)
                                        .orElseThrow()
                                        .status()
                                        .isTerminal())
                && known.claims.stream()
                        .noneMatch(id ->
                                ground.ports().claims().find(id).orElseThrow().status().isLive())
                && known.disputes.stream()
                        .allMatch(id -> isOver(ground.ports().disputes().find(id).orElseThrow()))
                && allPayouts().stream().allMatch(Invariants::isOver);
    }

    void tell(Census census) {
        known.bounties.forEach(id ->
                census.count(
                        "bounty "
                                + ground.ports()
                                        .bounties()
                                        .find(id)
                                        .orElseThrow()
                                        .status()
                                        .word()));
        known.claims.forEach(id ->
                census.count(
                        "claim " + ground.ports().claims().find(id).orElseThrow().status().word()));
        known.disputes.forEach(id ->
                census.count(
                        "dispute "
                                + ground.ports()
                                        .disputes()
                                        .find(id)
                                        .orElseThrow()
                                        .status()
                                        .word()));
        known.submissions.forEach(id ->
                census.count(
                        switch (ground.ports().submissions().find(id).orElseThrow().status()) {
                            case SubmissionStatus.Accepted(var by, var _) ->
                                    "submission accepted by " + by;
                            case SubmissionStatus.GateFailed _ -> "submission failed the gate";
                            case SubmissionStatus.GateFailedFinal _ ->
                                    "submission failed the gate for good";
                            case SubmissionStatus.Received _,
                                    SubmissionStatus.UnderReview _,
                                    SubmissionStatus.Held _,
                                    SubmissionStatus.Rejected _,
                                    SubmissionStatus.RevisionRequested _ ->
                                    "submission not accepted";
                        }));
        allPayouts()
                .forEach(payout ->
                        census.count(payout.source().word() + " " + payout.stage().word()));
        ownership
                .forfeited(
                        known.claims.stream()
                                .map(id -> ground.ports().claims().find(id).orElseThrow())
                                .toList())
                .forEach(_ -> census.count("stake forfeited"));
    }

    private void bountyHolds(Bounty bounty, @Nullable Payout payout) {
        BountyStatus status = bounty.status();
        Money escrow = ground.ports().ledger().spendable(escrowOf(bounty));
        assertThat(escrow)
                .as("the escrow of %s", bounty)
                .isEqualTo(
                        status.holdsEscrow()
                                ? bounty.terms().reward()
                                : Money.zero(bounty.terms().currency()));
        if (status.holdsEscrow()) {
            funded.add(bounty.id());
        }
        assertThat(PostedBounty.isVisibleTo(bounty, cast.agents().getFirst()))
                .as("what was never funded is its poster's alone: %s", bounty)
                .isEqualTo(funded.contains(bounty.id()));
        assertThat(bounty.lastFence()).isGreaterThanOrEqualTo(fences.getOrDefault(bounty.id(), 0L));
        fences.put(bounty.id(), bounty.lastFence());
        assertThat(payout != null)
                .as("a paid bounty, and no other, has its payout: %s", bounty)
                .isEqualTo(status instanceof BountyStatus.Paid);
        if (status.isTerminal()) {
            staysAsItIs(bounty.id(), bounty);
        }
    }

    private void claimHolds(Claim claim, Bounty bounty) {
        Money stake =
                ground.ports()
                        .ledger()
                        .spendable(
                                Account.stake(
                                        claim.id(),
                                        claim.parties().operator(),
                                        bounty.terms().currency()));
        assertThat(stake).as("the stake of %s", claim).isEqualTo(claim.stake());
        assertThat(claim.parties().poster())
                .as("nobody works for itself")
                .isNotEqualTo(claim.parties().operator());
        if (claim.status() instanceof ClaimStatus.Active) {
            assertThat(bounty.activeClaim()).isEqualTo(claim.id());
            assertThat(claim.fence()).isEqualTo(bounty.lastFence());
            assertThat(claim.submissions())
                    .isLessThanOrEqualTo(
                            bounty.terms().qualityGate()
                                    ? Claim.SUBMISSIONS_MAX + 1
                                    : Claim.SUBMISSIONS_MAX);
        }
        if (!claim.status().isLive()) {
            staysAsItIs(claim.id(), claim);
        }
    }

    private static void oneActiveClaimEach(
            Map<BountyId, Bounty> bounties, Map<ClaimId, Claim> claims) {
        for (Bounty bounty : bounties.values()) {
            List<ClaimId> active =
                    claims.values().stream()
                            .filter(claim -> claim.bounty().equals(bounty.id()))
                            .filter(claim -> claim.status() instanceof ClaimStatus.Active)
                            .map(Claim::id)
                            .toList();
            ClaimId expected = bounty.activeClaim();
            assertThat(active)
                    .as("the active claims on %s", bounty)
                    .isEqualTo(expected == null ? List.of() : List.of(expected));
        }
    }

    private void submissionHolds(SubmissionId id) {
        Submission submission = ground.ports().submissions().find(id).orElseThrow();
        boolean waits =
                switch (submission.status()) {
                    case SubmissionStatus.Received _,
                            SubmissionStatus.GateFailed _,
                            SubmissionStatus.UnderReview _,
                            SubmissionStatus.Held _ ->
                            true;
                    case SubmissionStatus.GateFailedFinal _,
                            SubmissionStatus.Accepted _,
                            SubmissionStatus.Rejected _,
                            SubmissionStatus.RevisionRequested _ ->
                            false;
                };
        if (!waits) {
            staysAsItIs(id, submission);
        }
        gateHolds(submission);
    }

    /** Nobody's work reaches a poster past the gate, and nobody has a third try. */
    private void gateHolds(Submission submission) {
        Bounty bounty = ground.ports().bounties().find(submission.bounty()).orElseThrow();
        GateVerdict verdict = submission.verdict();
        boolean passed =
                switch (submission.status()) {
                    case SubmissionStatus.Received _,
                            SubmissionStatus.GateFailed _,
                            SubmissionStatus.GateFailedFinal _ ->
                            false;
                    case SubmissionStatus.UnderReview _,
                            SubmissionStatus.Held _,
                            SubmissionStatus.Accepted _,
                            SubmissionStatus.Rejected _,
                            SubmissionStatus.RevisionRequested _ ->
                            true;
                };
        if (verdict != null) {
            assertThat(verdict.outcome() != GateVerdict.Outcome.FAIL)
                    .as("what passed the gate is what it let through: %s", submission)
                    .isEqualTo(passed);
        } else {
            assertThat(submission.status() instanceof SubmissionStatus.Received || passed)
                    .as("only what was judged can have failed: %s", submission)
                    .isTrue();
            assertThat(passed && bounty.terms().qualityGate())
                    .as("nothing passes a gate unjudged: %s", submission)
                    .isFalse();
        }
        if (submission.resubmission()) {
            Submission before =
                    ground.ports().submissions().ofClaim(submission.claim()).stream()
                            .filter(other -> other.round() == submission.round() - 1)
                            .findFirst()
                            .orElseThrow();
            assertThat(before.resubmission()).as("one more try, not two").isFalse();
            assertThat(before.status()).isInstanceOf(SubmissionStatus.GateFailed.class);
        }
    }

    private void disputeHolds(Dispute dispute, Map<BountyId, Bounty> bounties) {
        BountyStatus status = requireNonNull(bounties.get(dispute.bounty())).status();
        boolean interrupts =
                status instanceof BountyStatus.Disputed(var id, var _, var _)
                        && id.equals(dispute.id());
        assertThat(interrupts)
                .as("an undecided dispute, and no other, interrupts its bounty: %s", dispute)
                .isEqualTo(!isOver(dispute));
        if (isOver(dispute)) {
            staysAsItIs(dispute.id(), dispute);
        }
    }

    private void moneyHolds(
            Map<BountyId, Bounty> bounties,
            Map<ClaimId, Claim> claims,
            List<Payout> everyPayout,
            Map<BountyId, Payout> payouts) {
        LedgerProof proof = ground.ports().ledger().prove();
        assertThat(proof.balances()).as("debits equal credits: %s", proof).isTrue();
        Map<Currency, Long> expectedFees = new HashMap<>(feesBefore);
        payouts.forEach((id, payout) -> {
            feeHolds(payout, requireNonNull(bounties.get(id)));
            expectedFees.merge(payout.gross().currency(), payout.fee().units(), Long::sum);
        });
        assertThat(fees(proof)).as("only paid work has a fee").isEqualTo(expectedFees);
        for (Caller operator : cast.operators()) {
            for (Balance balance : ground.ports().ledger().balancesOf(operator.operator())) {
                balanceHolds(operator.operator(), balance, bounties, claims);
            }
        }
        ownership.holds(bounties.values(), claims.values(), everyPayout, payouts, proof);
    }

    private void balanceHolds(
            OperatorId operator,
            Balance balance,
            Map<BountyId, Bounty> bounties,
            Map<ClaimId, Claim> claims) {
        assertThat(balance.available().units()).isNotNegative();
        assertThat(balance.inTransit().units()).isNotNegative();
        long inEscrow =
                bounties.values().stream()
                        .filter(bounty -> bounty.poster().equals(operator))
                        .filter(bounty -> bounty.terms().currency() == balance.currency())
                        .filter(bounty -> bounty.status().holdsEscrow())
                        .mapToLong(bounty -> bounty.terms().reward().units())
                        .sum();
        long staked =
                claims.values().stream()
                        .filter(claim -> claim.parties().operator().equals(operator))
                        .filter(claim -> claim.stake().currency() == balance.currency())
                        .mapToLong(claim -> claim.stake().units())
                        .sum();
        assertThat(balance.held().units())
                .as("what is held of %s", operator)
                .isEqualTo(inEscrow + staked);
    }

    private void feeHolds(Payout payout, Bounty bounty) {
        assertThat(payout.gross().units()).isBetween(1L, bounty.terms().reward().units());
        Money usual = bounty.fees().fee(payout.gross());
        Money expected =
                payout.source() instanceof PayoutSource.EndedDispute(var id, var _, var _)
                                && ground.ports().disputes().find(id).orElseThrow().status()
                                        instanceof DisputeStatus.TimedOut(Ruling.Split _, var _)
                        ? Money.zero(usual.currency())
                        : usual;
        assertThat(payout.fee()).as("the fee of %s", payout).isEqualTo(expected);
    }

    /** Of everybody; a bounty with two of them is a bounty paid twice. */
    private Map<BountyId, Payout> ofBounties(List<Payout> all) {
        Map<BountyId, Payout> byBounty = new HashMap<>();
        for (Payout payout : all) {
            if (isOver(payout)) {
                staysAsItIs(payout.id(), payout);
            }
            BountyId bounty =
                    switch (payout.source()) {
                        case PayoutSource.AcceptedSubmission(var _, var of, var _) -> of;
                        case PayoutSource.EndedDispute(var _, var of, var _) -> of;
                        case PayoutSource.ApprovedTicket _,
                                PayoutSource.Withdrawal _,
                                PayoutSource.Refund _ ->
                                null;
                    };
            if (bounty != null) {
                assertThat(byBounty.put(bounty, payout)).as("paid once: %s", payout).isNull();
            }
        }
        return byBounty;
    }

    private void railMovedEachWithdrawalOnce(List<Payout> all) {
        Set<PayoutId> moved = new HashSet<>();
        for (Instruction instruction : ground.provider().moved()) {
            assertThat(moved.add(instruction.key())).isTrue();
        }
        for (Payout payout : all) {
            if (!(payout.source() instanceof PayoutSource.Withdrawal)) {
                continue;
            }
            if (payout.stage() instanceof PayoutStage.Completed) {
                assertThat(moved).as("completed and moved: %s", payout).contains(payout.id());
            }
            if (payout.stage() instanceof PayoutStage.Returned) {
                assertThat(moved)
                        .as("returned, so not moved: %s", payout)
                        .doesNotContain(payout.id());
            }
        }
    }

    private List<Payout> allPayouts() {
        List<Payout> all = new ArrayList<>();
        for (Caller operator : cast.operators()) {
            UUID after = null;
            Page<Payout> page;
            do {
                page =
                        ground.ports()
                                .payouts()
                                .of(operator, new PageRequest(after, PageRequest.LIMIT_MAX));
                all.addAll(page.items());
                after = page.items().isEmpty() ? null : page.items().getLast().id().value();
            } while (page.hasMore());
        }
        return all;
    }

    private static boolean isOver(Dispute dispute) {
        return switch (dispute.status()) {
            case DisputeStatus.Open _, DisputeStatus.Answered _, DisputeStatus.Ruled _ -> false;
            case DisputeStatus.Executed _,
                    DisputeStatus.Settled _,
                    DisputeStatus.Withdrawn _,
                    DisputeStatus.TimedOut _ ->
                    true;
        };
    }

    private static boolean isOver(Payout payout) {
        return payout.timer() == null;
    }

    private void staysAsItIs(Object id, Object now) {
        Object before = ended.putIfAbsent(id, now);
        if (before != null) {
            assertThat(now).as("what has ended stays as it is").isEqualTo(before);
        }
    }

    private static Map<Currency, Long> fees(LedgerProof proof) {
        return units(proof, Account.Kind.PLATFORM_FEES);
    }

    /** What lies on accounts of one kind. */
    static Map<Currency, Long> units(LedgerProof proof, Account.Kind kind) {
        Map<Currency, Long> units = new HashMap<>();
        for (Currency currency : Currency.values()) {
            units.put(currency, 0L);
        }
        proof.totals().stream()
                .filter(total -> total.kind() == kind)
                .forEach(total -> units.merge(total.currency(), total.units(), Long::sum));
        return units;
    }

    private static Account escrowOf(Bounty bounty) {
        return Account.escrow(bounty.id(), bounty.poster(), bounty.terms().currency());
    }
}
