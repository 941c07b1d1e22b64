package io.guildhall.domain.bounty;

import static io.guildhall.domain.bounty.BountyChangeFixture.acceptanceCriteria;
import static io.guildhall.domain.bounty.BountyChangeFixture.claimTtl;
import static io.guildhall.domain.bounty.BountyChangeFixture.deadline;
import static io.guildhall.domain.bounty.BountyChangeFixture.minReputation;
import static io.guildhall.domain.bounty.BountyChangeFixture.reward;
import static io.guildhall.domain.bounty.BountyChangeFixture.stakeBps;
import static io.guildhall.domain.bounty.BountyChangeFixture.title;
import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.CLAIM;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.SUBMISSION;
import static io.guildhall.domain.bounty.BountyFixture.completedBounty;
import static io.guildhall.domain.bounty.BountyFixture.disputedBounty;
import static io.guildhall.domain.bounty.BountyFixture.openBounty;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyError.ClaimInProgress;
import io.guildhall.domain.bounty.BountyError.TermMayOnlyGrow;
import io.guildhall.domain.bounty.BountyError.TermsFrozen;
import io.guildhall.domain.bounty.BountyEvent.BountyEdited;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BountyTest {

    private static final Instant DEADLINE = openBounty().terms().deadline();

    @Test
    void fundingIsAwaitedForAWeekOrUntilTheDeadline() {
        assertThat(unfunded(NOW.plus(Duration.ofDays(30))).status())
                .isEqualTo(new AwaitingFunding(NOW.plus(Duration.ofDays(7))));
        assertThat(unfunded(NOW.plus(Duration.ofDays(2))).status())
                .isEqualTo(new AwaitingFunding(NOW.plus(Duration.ofDays(2))));
    }

    @Test
    void fundingIsTakenUntilTheVeryEndOfItsTime() {
        Bounty unfunded = unfunded(DEADLINE);
        Instant fundBy = NOW.plus(Bounty.FUNDING_WINDOW);

        assertThat(unfunded.fund(fundBy.minusNanos(1_000)).isAccepted()).isTrue();
        assertThat(unfunded.fund(fundBy).isAccepted()).isFalse();
        assertThat(unfunded.expire(fundBy.minusNanos(1_000)).isAccepted()).isFalse();
        assertThat(unfunded.expire(fundBy).isAccepted()).isTrue();
    }

    @Test
    void whatEndsUnfundedWasNeverOpened() {
        Bounty unfunded = unfunded(DEADLINE);

        assertThat(unfunded.wasOpened()).isFalse();
        assertThat(unfunded.edit(title("Another"), false, NOW).orThrow().state().wasOpened())
                .isFalse();
        assertThat(unfunded.cancel("not needed", null, NOW).orThrow().state().wasOpened())
                .isFalse();
        assertThat(unfunded.expire(DEADLINE).orThrow().state().wasOpened()).isFalse();
    }

    @Test
    void whatWasOpenedOnceStaysSo() {
        Instant later = NOW.plusSeconds(60);
        Bounty funded = unfunded(DEADLINE).fund(later).orThrow().state();

        assertThat(funded.openedAt()).isEqualTo(later);
        assertThat(funded.cancel("not needed", null, DEADLINE).orThrow().state().openedAt())
                .isEqualTo(later);
        assertThat(funded.take(CLAIM, DEADLINE.minusSeconds(1)).orThrow().state().openedAt())
                .isEqualTo(later);
        assertThat(funded.expire(DEADLINE).orThrow().state().wasOpened()).isTrue();
        assertThat(
                        Bounty.post(BOUNTY, ANN, terms().build(), FeeTerms.STANDARD, true, NOW)
                                .orThrow()
                                .state()
                                .openedAt())
                .isEqualTo(NOW);
    }

    @Test
    void everyTakerGetsAHigherFence() {
        Bounty first = openBounty().take(CLAIM, NOW).orThrow().state();
        Bounty second = first.reopen(NOW).orThrow().state().take(CLAIM, NOW).orThrow().state();

        assertThat(first.lastFence()).isEqualTo(1);
        assertThat(second.lastFence()).isEqualTo(2);
        assertThat(second.activeClaim()).isEqualTo(CLAIM);
        assertThat(openBounty().activeClaim()).isNull();
    }

    @Test
    void agreedPriceIsTheRewardFromThenOn() {
        var taken = openBounty().take(CLAIM, usd(9_000), NOW).orThrow();

        assertThat(taken.state().terms()).isEqualTo(terms().reward(usd(9_000)).build());
        assertThat(taken.state().lastFence()).isEqualTo(1);
        assertThat(taken.events())
                .containsExactly(new BountyEdited(BOUNTY, ANN, Set.of(Term.REWARD)));
        assertThat(taken.state().reopen(NOW).orThrow().state().terms().reward())
                .isEqualTo(usd(9_000));
    }

    @Test
    void priceThatIsTheRewardChangesNothing() {
        assertThat(openBounty().take(CLAIM, usd(15_000), NOW))
                .isEqualTo(openBounty().take(CLAIM, NOW));
        assertThat(openBounty().take(CLAIM, usd(15_000), NOW).orThrow().events()).isEmpty();
    }

    @Test
    void bountyTakenForTheMostThatMayBeBidCanStillBeEdited() {
        Bounty taken =
                openBounty().take(CLAIM, usd(BountyTerms.REWARD_CENTS_MAX), NOW).orThrow().state();

        assertThat(taken.edit(deadline(DEADLINE.plusSeconds(1)), true, NOW).isAccepted()).isTrue();
    }

    @Test
    void awardedBountyNamesTheWorkThatLayWithThePoster() {
        assertThat(BountyFixture.bountyDisputedInReview().award(NOW).orThrow().state().status())
                .isEqualTo(new BountyStatus.Completed(CLAIM, SUBMISSION, NOW));
        assertThat(BountyFixture.disputedBounty().award(NOW).orThrow().state().status())
                .isEqualTo(new BountyStatus.Completed(CLAIM, null, NOW));
    }

    @Test
    void anythingMayBeEditedBeforeAnAgentReliesOnIt() {
        Bounty edited = edit(openBounty(), reward(usd(1)), false);
        edited = edit(edited, deadline(NOW.plusSeconds(60)), false);
        edited = edit(edited, acceptanceCriteria(List.of()), false);

        assertThat(edited.terms().reward()).isEqualTo(usd(1));
        assertThat(edited.terms().deadline()).isEqualTo(NOW.plusSeconds(60));
        assertThat(edited.terms().acceptanceCriteria()).isEmpty();
        assertThat(edited.terms().title()).isEqualTo(openBounty().terms().title());
    }

    @Test
    void editSaysWhichTermsItChanged() {
        assertThat(openBounty().edit(reward(usd(1)), false, NOW).orThrow().events())
                .containsExactly(new BountyEdited(BOUNTY, ANN, Set.of(Term.REWARD)));
        assertThat(openBounty().edit(reward(usd(15_000)), false, NOW).orThrow().events()).isEmpty();
    }

    @Test
    void whoIsStoppedByADisputeIsToldWhereItIs() {
        assertThat(refusal(disputedBounty().edit(title("Another"), true, NOW)).message())
                .isEqualTo(
                        "The bounty is disputed and cannot be edited in this state; its two sides find"
                                + " the dispute at GET /api/disputes, with what they can do there");
        assertThat(refusal(completedBounty().edit(title("Another"), true, NOW)).message())
                .isEqualTo("The bounty is completed and cannot be edited in this state");
    }

    @Test
    void rewardAndDeadlineMayOnlyGrowOnceAClaimExists() {
        assertThat(edit(openBounty(), reward(usd(15_001)), true).terms().reward())
                .isEqualTo(usd(15_001));
        assertThat(edit(openBounty(), deadline(DEADLINE.plusSeconds(1)), true).terms().deadline())
                .isEqualTo(DEADLINE.plusSeconds(1));

        assertThat(refusal(openBounty().edit(reward(usd(14_999)), true, NOW)))
                .isEqualTo(new TermMayOnlyGrow(BOUNTY, new BountyStatus.Open(), Term.REWARD));
        assertThat(refusal(openBounty().edit(deadline(DEADLINE.minusSeconds(1)), true, NOW)))
                .isEqualTo(new TermMayOnlyGrow(BOUNTY, new BountyStatus.Open(), Term.DEADLINE));
    }

    @Test
    void whatAnAgentReliesOnIsFrozenOnceAClaimExists() {
        assertThat(refusal(openBounty().edit(acceptanceCriteria(List.of("More")), true, NOW)))
                .isEqualTo(
                        new TermsFrozen(
                                BOUNTY, new BountyStatus.Open(), Set.of(Term.ACCEPTANCE_CRITERIA)));
        assertThat(openBounty().edit(claimTtl(Duration.ofDays(9)), true, NOW).isAccepted())
                .isFalse();
        assertThat(openBounty().edit(title("Another"), true, NOW).isAccepted()).isFalse();
        assertThat(openBounty().edit(minReputation(50), true, NOW).isAccepted()).isFalse();
        assertThat(openBounty().edit(stakeBps(500), true, NOW).isAccepted()).isFalse();
    }

    @Test
    void onlyRewardAndDeadlineEscapeTheFreeze() {
        for (Term term : Term.values()) {
            assertThat(term.isFrozenByClaim())
                    .as(term.name())
                    .isEqualTo(term != Term.REWARD && term != Term.DEADLINE);
        }
    }

    @Test
    void editedTermsObeyTheFieldRules() {
        DomainError refused = refusal(openBounty().edit(reward(usd(0)), false, NOW));

        assertThat(refused.problems()).extracting(FieldProblem::field).containsExactly("reward");
        assertThat(openBounty().edit(deadline(NOW), false, NOW).isAccepted()).isFalse();
    }

    @Test
    void currencyOfTheRewardStays() {
        for (Bounty bounty :
                List.of(BountyFixture.bountyAwaitingFunding(), BountyFixture.claimedBounty())) {
            DomainError refused = refusal(bounty.edit(reward(usdc(90_000)), false, NOW));

            assertThat(refused.problems())
                    .containsExactly(new FieldProblem("reward", "must stay in usd"));
        }
    }

    @Test
    void refusedCancellationTellsWhenTheLeaseEnds() {
        Instant leaseEnd = NOW.plusSeconds(60);

        assertThat(refusal(BountyFixture.claimedBounty().cancel("not needed", leaseEnd, NOW)))
                .isEqualTo(new ClaimInProgress(BOUNTY, new BountyStatus.Claimed(CLAIM), leaseEnd))
                .extracting(DomainError::message)
                .asString()
                .contains(leaseEnd.toString());
    }

    @Test
    void quoteIsWhatTheAgentWouldGetAndBindItselfTo() {
        Quote quote = Quote.of(openBounty(), NOW);

        assertThat(quote.net()).isEqualTo(usd(13_500));
        assertThat(quote.fee()).isEqualTo(usd(1_500));
        assertThat(quote.leaseEndsAt()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        assertThat(Quote.of(openBounty(), DEADLINE.minusSeconds(9)).leaseEndsAt())
                .isEqualTo(DEADLINE);
    }

    private static Bounty unfunded(Instant deadline) {
        return Bounty.post(
                        BOUNTY,
                        ANN,
                        terms().deadline(deadline).build(),
                        FeeTerms.STANDARD,
                        false,
                        NOW)
                .orThrow()
                .state();
    }

    private static Bounty edit(Bounty bounty, BountyChange change, boolean claimsExist) {
        return bounty.edit(change, claimsExist, NOW).orThrow().state();
    }

    private static DomainError refusal(Decision<Bounty> decision) {
        return ((Decision.Refused<Bounty>) decision).error();
    }
}
