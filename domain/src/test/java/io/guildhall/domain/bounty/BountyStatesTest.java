package io.guildhall.domain.bounty;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.CLAIM;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.SUBMISSION;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.party.PartyFixture.ANN;

import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.DisputeFixture;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BountyStatesTest {

    private static final Instant TOO_LATE = NOW.plus(Duration.ofDays(60));
    private static final ClaimId ANOTHER_CLAIM = new ClaimId(new UUID(0, 1));

    private static final String EXPECTED =
            """
            post:
              nothing -> open + BountyPosted, BountyFunded, BountyOpened
            post unfunded:
              nothing -> awaiting_funding + BountyPosted
            post with a deadline gone by:
              nothing !! invalid_field
            fund:
              awaiting_funding -> open + BountyFunded, BountyOpened
              open, claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            fund too late:
              awaiting_funding !! funding_closed
              open, claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            edit:
              awaiting_funding -> awaiting_funding + BountyEdited
              open -> open + BountyEdited
              claimed -> claimed + BountyEdited
              in_review -> in_review + BountyEdited
              completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            edit frozen terms:
              awaiting_funding, open, claimed, in_review !! terms_frozen
              completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            edit nothing:
              awaiting_funding -> awaiting_funding
              open -> open
              claimed -> claimed
              in_review -> in_review
              completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            cancel:
              awaiting_funding, open -> cancelled + BountyCancelled
              claimed, in_review !! claim_in_progress
              completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            cancel without a reason:
              awaiting_funding, open !! invalid_field
              claimed, in_review !! claim_in_progress
              completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            edit on chain:
              awaiting_funding, open, claimed, in_review !! terms_on_chain
              completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            reopen on chain after the deadline:
              claimed, in_review -> open
              awaiting_funding, open, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            runOut:
              awaiting_funding, open, claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            runOut on chain:
              awaiting_funding, open, claimed, in_review, completed, DISPUTED -> expired + BountyExpired
              paid, cancelled, expired !! bounty_wrong_state
            close:
              awaiting_funding, open, claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            close on chain:
              awaiting_funding, open, claimed, in_review, completed, DISPUTED -> cancelled + BountyCancelled
              paid, cancelled, expired !! bounty_wrong_state
            free:
              awaiting_funding, open, claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            free on chain:
              claimed, in_review, completed, DISPUTED -> open
              awaiting_funding, open, paid, cancelled, expired !! bounty_wrong_state
            offer:
              open -> open
              awaiting_funding, claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_not_open
            offer after the deadline:
              open !! deadline_passed
              awaiting_funding, claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_not_open
            take:
              open -> claimed
              awaiting_funding, claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_not_open
            take after the deadline:
              open !! deadline_passed
              awaiting_funding, claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_not_open
            receive:
              claimed -> in_review
              awaiting_funding, open, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            receive from another claim:
              awaiting_funding, open, claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            sendBack:
              in_review -> claimed
              awaiting_funding, open, claimed, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            reopen:
              claimed, in_review -> open
              awaiting_funding, open, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            reopen after the deadline:
              claimed, in_review -> expired + BountyExpired
              awaiting_funding, open, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            complete:
              in_review -> completed
              awaiting_funding, open, claimed, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            pay:
              completed -> paid
              awaiting_funding, open, claimed, in_review, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            take for another price:
              open -> claimed + BountyEdited
              awaiting_funding, claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_not_open
            dispute:
              claimed, in_review -> disputed
              awaiting_funding, open, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            goOn:
              disputed -> claimed
              disputed in_review -> in_review
              awaiting_funding, open, claimed, in_review, completed, paid, cancelled, expired !! bounty_wrong_state
            award:
              DISPUTED -> completed
              awaiting_funding, open, claimed, in_review, completed, paid, cancelled, expired !! bounty_wrong_state
            refund:
              DISPUTED -> cancelled + BountyCancelled
              awaiting_funding, open, claimed, in_review, completed, paid, cancelled, expired !! bounty_wrong_state
            expire:
              awaiting_funding, open !! not_due_yet
              claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            expire when due:
              awaiting_funding, open -> expired + BountyExpired
              claimed, in_review, completed, paid, DISPUTED, cancelled, expired !! bounty_wrong_state
            """
                    .replace("DISPUTED", "disputed, disputed in_review");

    private final StateMatrix<Bounty> matrix =
            new StateMatrix<>(Bounty.class, bounty -> bounty.status().word())
                    .state("awaiting_funding", BountyFixture.bountyAwaitingFunding())
                    .state("open", BountyFixture.openBounty())
                    .state("claimed", BountyFixture.claimedBounty())
                    .state("in_review", BountyFixture.bountyInReview())
                    .state("completed", BountyFixture.completedBounty())
                    .state("paid", BountyFixture.paidBounty())
                    .state("disputed", BountyFixture.disputedBounty())
                    .state("disputed in_review", BountyFixture.bountyDisputedInReview())
                    .state("cancelled", BountyFixture.cancelledBounty())
                    .state("expired", BountyFixture.expiredBounty())
                    .creation("post", () -> post(true, NOW))
                    .creation("post unfunded", () -> post(false, NOW))
                    .creation("post with a deadline gone by", () -> post(true, TOO_LATE))
                    .command("fund", bounty -> bounty.fund(NOW))
                    .command("fund too late", bounty -> bounty.fund(TOO_LATE))
                    .command("edit", bounty -> bounty.edit(changedTitle(), false, NOW))
                    .command("edit frozen terms", bounty -> bounty.edit(changedTitle(), true, NOW))
                    .command("edit nothing", bounty -> bounty.edit(noChange(), true, NOW))
                    .command("cancel", bounty -> bounty.cancel("not needed", null, NOW))
                    .command("cancel without a reason", bounty -> bounty.cancel(" ", null, NOW))
                    .command("offer", bounty -> bounty.offer(NOW))
                    .command("offer after the deadline", bounty -> bounty.offer(TOO_LATE))
                    .command("take", bounty -> bounty.take(CLAIM, NOW))
                    .command("take after the deadline", bounty -> bounty.take(CLAIM, TOO_LATE))
                    .command("receive", bounty -> bounty.receive(CLAIM, SUBMISSION, NOW))
                    .command(
                            "receive from another claim",
                            bounty -> bounty.receive(ANOTHER_CLAIM, SUBMISSION, NOW))
                    .command("sendBack", bounty -> bounty.sendBack(NOW))
                    .command("reopen", bounty -> bounty.reopen(NOW))
                    .command("reopen after the deadline", bounty -> bounty.reopen(TOO_LATE))
                    .command("complete", bounty -> bounty.complete(NOW))
                    .command("pay", bounty -> bounty.pay(NOW))
                    .command(
                            "take for another price",
                            bounty -> bounty.take(CLAIM, MoneyFixture.usd(9_000), NOW))
                    .command("dispute", bounty -> bounty.dispute(DisputeFixture.DISPUTE, NOW))
                    .command("goOn", bounty -> bounty.goOn(NOW))
                    .command("award", bounty -> bounty.award(NOW))
                    .command("refund", bounty -> bounty.refund("ruled_for_poster", NOW))
                    .command(
                            "edit on chain",
                            bounty -> onChain(bounty).edit(changedTitle(), false, NOW))
                    .command(
                            "reopen on chain after the deadline",
                            bounty -> onChain(bounty).reopen(TOO_LATE))
                    .command("runOut", bounty -> bounty.runOut(NOW))
                    .command("runOut on chain", bounty -> onChain(bounty).runOut(NOW))
                    .command("close", bounty -> bounty.close("contract_differs", NOW))
                    .command(
                            "close on chain",
                            bounty -> onChain(bounty).close("contract_differs", NOW))
                    .command("free", bounty -> bounty.free(NOW))
                    .command("free on chain", bounty -> onChain(bounty).free(NOW))
                    .command("expire", bounty -> bounty.expire(NOW))
                    .command("expire when due", bounty -> bounty.expire(TOO_LATE));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(bounty -> Stream.of(bounty.status()), BountyStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/bounty.md",
                matrix.page("The life of a bounty", "BountyStatesTest"));
    }

    private static Decision<Bounty> post(boolean funded, Instant now) {
        return Bounty.post(BOUNTY, ANN, terms().build(), FeeTerms.STANDARD, funded, now);
    }

    private static Bounty onChain(Bounty bounty) {
        return new Bounty(
                bounty.id(),
                bounty.poster(),
                terms().onChain().build(),
                bounty.fees(),
                bounty.status(),
                bounty.lastFence(),
                bounty.createdAt(),
                bounty.openedAt(),
                bounty.updatedAt(),
                bounty.version());
    }

    private static BountyChange changedTitle() {
        return BountyChangeFixture.title("Repair the exporter");
    }

    private static BountyChange noChange() {
        return BountyChangeFixture.title(terms().build().title());
    }
}
