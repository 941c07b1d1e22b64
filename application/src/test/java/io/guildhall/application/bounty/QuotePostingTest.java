package io.guildhall.application.bounty;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.bounty.QuotePosting.Costs;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.Quote;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuotePostingTest {

    private final Market market = new Market();
    private final Caller poster = market.operatorWith("Poster", usd(20_000));

    @Test
    void quoteBeforePostingIsTheOneAfterwards() {
        Costs before = quote(usd(15_000), null);

        Bounty posted = market.post(poster, terms());
        Quote after = market.use.viewBounties.quote(poster, posted.id());
        assertThat(posted.terms().reward()).isEqualTo(usd(15_000));
        assertThat(before.fee()).isEqualTo(after.fee()).isEqualTo(usd(1_500));
        assertThat(before.net()).isEqualTo(after.net());
        assertThat(before.fees()).isEqualTo(after.fees());
        assertThat(before.toHold()).isEqualTo(market.escrowOf(posted));
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(quote(usd(20_000), null).missing()).isEqualTo(usd(0));
        assertThat(quote(usd(20_001), null).missing()).isEqualTo(usd(1));
        assertThat(quote(usd(20_001), null).available()).isEqualTo(usd(20_000));
    }

    @Test
    void ofAChangeOnlyTheDifferenceIsHeld() {
        Bounty posted = market.post(poster, terms());

        Costs more = quote(usd(21_000), posted.id());
        assertThat(more.held()).isEqualTo(usd(15_000));
        assertThat(more.toHold()).isEqualTo(usd(6_000));
        assertThat(more.missing()).isEqualTo(usd(1_000));
        Costs less = quote(usd(14_000), posted.id());
        assertThat(less.toHold()).isEqualTo(usd(-1_000));
        assertThat(less.missing()).isEqualTo(usd(0));
    }

    @Test
    void whatWaitsForItsFundingHoldsNothingYet() {
        Caller poor = market.operator("Poor");
        Bounty posted = market.post(poor, terms());

        Costs costs = quote(poor, usd(15_000), posted.id());

        assertThat(costs.held()).isEqualTo(usd(0));
        assertThat(costs.missing()).isEqualTo(usd(15_000));
    }

    @Test
    void whatIsOverHoldsNothingAnyMore() {
        Bounty posted = market.post(poster, terms());
        market.use.cancelBounty.handle(
                new CancelBounty.Command(poster, posted.id(), "Not needed any more"));

        assertThat(quote(usd(15_000), posted.id()).held()).isEqualTo(usd(0));
    }

    @Test
    void bountyOfAnotherIsNotQuotedForAChange() {
        Bounty posted = market.post(poster, terms());
        Caller other = market.operator("Other");

        assertThat(refusal(() -> quote(other, usd(1_000), posted.id())))
                .isEqualTo("not_the_poster");
        assertThat(refusal(() -> quote(market.agentOf(other), usd(1_000), null)))
                .isEqualTo("operator_key_needed");
    }

    private Costs quote(Money reward, @Nullable BountyId present) {
        return quote(poster, reward, present);
    }

    private Costs quote(Caller caller, Money reward, @Nullable BountyId present) {
        return market.use.quotePosting.handle(new QuotePosting.Command(caller, reward, present));
    }
}
