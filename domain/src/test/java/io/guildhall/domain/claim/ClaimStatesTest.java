package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.CLAIM;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.claim.ClaimFixture.LEASE_END;
import static io.guildhall.domain.claim.ClaimFixture.PARTIES;
import static io.guildhall.domain.claim.ClaimFixture.active;
import static io.guildhall.domain.claim.ClaimFixture.pendingClaim;
import static io.guildhall.domain.claim.ClaimFixture.with;
import static io.guildhall.domain.submission.SubmissionFixture.RESUBMIT_BY;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimStatesTest {

    private static final Instant TOO_LATE = NOW.plus(Duration.ofDays(60));
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final Bounty TAKING_BIDS =
            BountyFixture.openBounty(terms().takingBids().build());
    private static final Money PRICE = MoneyFixture.usd(12_000);
    private static final String ENDED =
            "fulfilled, rejected, withdrawn, lapsed, released, expired, failed";
    private static final String RUNNING = "active_running, active_running again";
    private static final String PAUSED = "active_paused, active_paused last";
    private static final String HELD = "active_held, active_held spent, active_held retrying";
    private static final String ACTIVE =
            String.join(", ", RUNNING, PAUSED, HELD, "active_retrying", "active_spent");

    private static final String EXPECTED =
            """
            request:
              nothing -> pending + ClaimCreated
            request with too long a letter:
              nothing !! invalid_field
            request at a price nobody asked for:
              nothing !! invalid_field
            request as a bid:
              nothing -> pending + ClaimCreated
            request as a bid without a price:
              nothing !! invalid_field
            recorded:
              nothing -> active_running + ClaimCreated, ClaimApproved
            renew on chain:
              RUNNING -> active_running
              PAUSED -> active_paused
              HELD -> active_held
              active_retrying -> active_retrying
              active_spent -> active_spent
              pending, ENDED !! claim_wrong_state
            takeBack:
              ACTIVE -> released + ClaimReleased
              pending, ENDED !! claim_wrong_state
            approve:
              pending -> active_running + ClaimApproved
              ACTIVE, ENDED !! claim_wrong_state
            approve too late:
              pending !! request_lapsed
              ACTIVE, ENDED !! claim_wrong_state
            reject:
              pending -> rejected + ClaimRejected
              ACTIVE, ENDED !! claim_wrong_state
            reject without a reason:
              pending !! invalid_field
              ACTIVE, ENDED !! claim_wrong_state
            reject by the bounty's terms:
              pending -> rejected + ClaimRejected
              ACTIVE, ENDED !! claim_wrong_state
            reject as if by the bounty's terms:
              pending !! invalid_field
              ACTIVE, ENDED !! claim_wrong_state
            withdraw:
              pending -> withdrawn + ClaimWithdrawn
              ACTIVE, ENDED !! claim_wrong_state
            lapse:
              pending !! not_due_yet
              ACTIVE, ENDED !! claim_wrong_state
            lapse when due:
              pending -> lapsed + ClaimLapsed
              ACTIVE, ENDED !! claim_wrong_state
            submit:
              RUNNING, active_retrying -> active_paused
              active_spent !! submissions_spent
              pending, PAUSED, HELD, ENDED !! claim_wrong_state
            submit too late:
              RUNNING, active_retrying !! lease_ended
              active_spent !! submissions_spent
              pending, PAUSED, HELD, ENDED !! claim_wrong_state
            submit with a stale fence:
              ACTIVE !! stale_fence
              pending, ENDED !! claim_wrong_state
            renew:
              RUNNING -> active_running
              PAUSED -> active_paused
              HELD -> active_held
              active_retrying -> active_retrying
              active_spent -> active_spent
              pending, ENDED !! claim_wrong_state
            renew too late:
              RUNNING !! lease_ended
              PAUSED -> active_paused
              HELD -> active_held
              active_retrying -> active_retrying
              active_spent -> active_spent
              pending, ENDED !! claim_wrong_state
            resume:
              active_paused -> active_running
              active_paused last -> active_spent
              pending, RUNNING, HELD, active_retrying, active_spent, ENDED !! claim_wrong_state
            retry:
              PAUSED -> active_retrying
              pending, RUNNING, HELD, active_retrying, active_spent, ENDED !! claim_wrong_state
            spend:
              PAUSED -> active_spent
              active_retrying !! not_due_yet
              pending, RUNNING, HELD, active_spent, ENDED !! claim_wrong_state
            spend when due:
              PAUSED, active_retrying -> active_spent
              pending, RUNNING, HELD, active_spent, ENDED !! claim_wrong_state
            fulfil:
              PAUSED -> fulfilled
              pending, RUNNING, HELD, active_retrying, active_spent, ENDED !! claim_wrong_state
            release:
              RUNNING, active_retrying, active_spent -> released + ClaimReleased
              pending, PAUSED, HELD, ENDED !! claim_wrong_state
            release too late:
              RUNNING, active_retrying, active_spent !! lease_ended
              pending, PAUSED, HELD, ENDED !! claim_wrong_state
            hold:
              RUNNING, active_retrying, active_spent -> active_held
              PAUSED -> active_paused
              pending, HELD, ENDED !! claim_wrong_state
            hold too late:
              RUNNING, active_retrying, active_spent !! lease_ended
              PAUSED -> active_paused
              pending, HELD, ENDED !! claim_wrong_state
            goOn:
              active_held -> active_running
              active_held spent -> active_spent
              active_held retrying -> active_retrying
              PAUSED -> active_paused
              pending, RUNNING, active_retrying, active_spent, ENDED !! claim_wrong_state
            endAt the contract's end:
              RUNNING -> active_running
              PAUSED -> active_paused
              HELD -> active_held
              active_retrying -> active_retrying
              active_spent -> active_spent
              pending, ENDED !! claim_wrong_state
            award:
              PAUSED, HELD -> fulfilled
              pending, RUNNING, active_retrying, active_spent, ENDED !! claim_wrong_state
            lose:
              PAUSED, HELD -> failed + ClaimFailed
              pending, RUNNING, active_retrying, active_spent, ENDED !! claim_wrong_state
            end:
              RUNNING, active_spent !! not_due_yet
              pending, PAUSED, HELD, active_retrying, ENDED !! claim_wrong_state
            end when due:
              active_running -> expired + ClaimExpired
              active_running again, active_spent -> failed + ClaimFailed
              pending, PAUSED, HELD, active_retrying, ENDED !! claim_wrong_state
            """
                    .replace("ACTIVE", ACTIVE)
                    .replace("RUNNING", RUNNING)
                    .replace("PAUSED", PAUSED)
                    .replace("HELD", HELD)
                    .replace("ENDED", ENDED);

    private final StateMatrix<Claim> matrix =
            new StateMatrix<>(Claim.class, ClaimStatesTest::state)
                    .state("pending", pendingClaim())
                    .state("active_running", ClaimFixture.activeClaim())
                    .state(
                            "active_running again",
                            active(pendingClaim(), new Lease.Running(LEASE_END), 1))
                    .state("active_paused", ClaimFixture.pausedClaim())
                    .state(
                            "active_paused last",
                            active(
                                    pendingClaim(),
                                    new Lease.Paused(LEASE_END, NOW),
                                    Claim.SUBMISSIONS_MAX))
                    .state("active_held", ClaimFixture.heldClaim())
                    .state("active_held spent", ClaimFixture.heldSpentClaim())
                    .state("active_held retrying", ClaimFixture.heldRetryingClaim())
                    .state("active_retrying", ClaimFixture.retryingClaim())
                    .state("active_spent", ClaimFixture.spentClaim())
                    .state("fulfilled", ended(new ClaimStatus.Fulfilled(NOW)))
                    .state("rejected", with(pendingClaim(), new ClaimStatus.Rejected("no", NOW)))
                    .state("withdrawn", with(pendingClaim(), new ClaimStatus.Withdrawn(NOW)))
                    .state("lapsed", with(pendingClaim(), new ClaimStatus.Lapsed(NOW)))
                    .state("released", ended(new ClaimStatus.Released("too much", NOW)))
                    .state("expired", ended(new ClaimStatus.Expired(NOW)))
                    .state("failed", ended(new ClaimStatus.Failed("lease_ended", NOW)))
                    .creation("request", () -> request("I can do this"))
                    .creation("request with too long a letter", () -> request("x".repeat(5_001)))
                    .creation(
                            "request at a price nobody asked for",
                            () -> request(BountyFixture.openBounty(), "", PRICE))
                    .creation("request as a bid", () -> request(TAKING_BIDS, "", PRICE))
                    .creation(
                            "request as a bid without a price",
                            () -> request(TAKING_BIDS, "", null))
                    .creation(
                            "recorded",
                            () ->
                                    Claim.recorded(
                                            CLAIM,
                                            BountyFixture.claimed(
                                                    BountyFixture.openBounty(
                                                            terms().onChain().build())),
                                            PARTIES,
                                            NOW,
                                            LEASE_END,
                                            LATER))
                    .command(
                            "renew on chain",
                            claim -> claim.renew(terms().onChain().build(), LATER))
                    .command("takeBack", claim -> claim.takeBack(Claim.CHAIN_REORG, NOW))
                    .command("approve", claim -> claim.approve(BountyFixture.claimedBounty(), NOW))
                    .command(
                            "approve too late",
                            claim -> claim.approve(BountyFixture.claimedBounty(), TOO_LATE))
                    .command("reject", claim -> claim.reject("no", NOW))
                    .command("reject without a reason", claim -> claim.reject("", NOW))
                    .command(
                            "reject by the bounty's terms",
                            claim -> claim.reject(Claim.INSUFFICIENT_REPUTATION, NOW))
                    .command(
                            "reject as if by the bounty's terms",
                            claim -> claim.reject(Claim.INSUFFICIENT_REPUTATION, NOW.plusMillis(1)))
                    .command("withdraw", claim -> claim.withdraw(NOW))
                    .command("lapse", claim -> claim.lapse(NOW))
                    .command("lapse when due", claim -> claim.lapse(TOO_LATE))
                    .command("submit", claim -> claim.submit(null, NOW))
                    .command("submit too late", claim -> claim.submit(null, TOO_LATE))
                    .command("submit with a stale fence", claim -> claim.submit(77L, NOW))
                    .command("renew", claim -> claim.renew(terms().build(), LATER))
                    .command("renew too late", claim -> claim.renew(terms().build(), TOO_LATE))
                    .command("resume", claim -> claim.resume(NOW))
                    .command("retry", claim -> claim.retry(RESUBMIT_BY, NOW))
                    .command("spend", claim -> claim.spend(RESUBMIT_BY))
                    .command("spend when due", claim -> claim.spend(RESUBMIT_BY.plusNanos(1_000)))
                    .command("fulfil", claim -> claim.fulfil(NOW))
                    .command("release", claim -> claim.release("too much", NOW))
                    .command("release too late", claim -> claim.release("too much", TOO_LATE))
                    .command("hold", claim -> claim.hold(NOW))
                    .command("hold too late", claim -> claim.hold(TOO_LATE))
                    .command("goOn", claim -> claim.goOn(NOW))
                    .command("endAt the contract's end", claim -> claim.endAt(LATER, NOW))
                    .command("award", claim -> claim.award(NOW))
                    .command("lose", claim -> claim.lose("ruled_for_poster", NOW))
                    .command("end", claim -> claim.end(NOW))
                    .command("end when due", claim -> claim.end(TOO_LATE));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(ClaimStatesTest::parts, ClaimStatus.class, Lease.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/claim.md",
                matrix.page("The life of a claim", "ClaimStatesTest"));
    }

    private static Decision<Claim> request(String letter) {
        return request(BountyFixture.openBounty(), letter, null);
    }

    private static Decision<Claim> request(Bounty bounty, String letter, @Nullable Money price) {
        return Claim.request(CLAIM, bounty, PARTIES, letter, price, NOW);
    }

    private static Claim ended(ClaimStatus status) {
        return with(ClaimFixture.activeClaim(), status);
    }

    private static Stream<?> parts(Claim claim) {
        return claim.status() instanceof Active(var _, var lease)
                ? Stream.of(claim.status(), lease)
                : Stream.of(claim.status());
    }

    private static String state(Claim claim) {
        String word = claim.status().word();
        return claim.status() instanceof Active(var _, var lease)
                ? word
                        + switch (lease) {
                            case Lease.Running _ -> "_running";
                            case Lease.Retrying _ -> "_retrying";
                            case Lease.Paused _ -> "_paused";
                            case Lease.Held _ -> "_held";
                            case Lease.Spent _ -> "_spent";
                        }
                : word;
    }
}
