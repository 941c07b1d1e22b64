package io.guildhall.rest.openbounty.bounty;

import static io.guildhall.rest.openbounty.Shown.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.bounty.ViewBounties.View;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.Quote;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.rest.openbounty.timer.TimerJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BountyJsonTest {

    @Test
    void anOpenBountyShowsEveryDocumentedField() {
        var view = new View(BountyFixture.openBounty(), List.of("claim"));

        assertThat(json(BountyJson.of(view)))
                .isEqualTo(
                        """
                        {
                          "id": "bnt_01K0000000E00000000000000G",
                          "title": "Repair the importer",
                          "description": "It loses the last row of every file.",
                          "acceptance_criteria": [ "All rows arrive", "A test proves it" ],
                          "category": "code",
                          "capabilities": [ "java" ],
                          "reward_cents": 15000,
                          "net_reward_cents": 13500,
                          "reward_units": null,
                          "net_reward_units": null,
                          "currency": "usd",
                          "status": "open",
                          "claim_policy": "approval",
                          "rail": "ledger",
                          "ai_agents_allowed": true,
                          "min_reputation": 0,
                          "quality_gate": false,
                          "deadline": "2026-04-01T09:00:00Z",
                          "claim_ttl_hours": 72,
                          "review_window_hours": 168,
                          "stake_bps": 0,
                          "issue_url": "https://example.org/issues/7",
                          "verification": [ "manual" ],
                          "poster_id": "opr_01K0000000E000000000000051",
                          "active_claim_id": null,
                          "dispute_id": null,
                          "fund_by": null,
                          "cancel_reason": null,
                          "timer": {
                            "at": "2026-04-01T09:00:00Z",
                            "consequence": "bounty_expires"
                          },
                          "created_at": "2026-03-02T09:00:00Z",
                          "updated_at": "2026-03-02T09:00:00Z",
                          "allowed_actions": [ "claim" ]
                        }\
                        """);
    }

    @Test
    void aClaimedBountyNamesItsClaim() {
        var shown = BountyJson.of(new View(BountyFixture.claimedBounty(), List.of()));

        assertThat(shown.status()).isEqualTo("claimed");
        assertThat(shown.activeClaimId()).startsWith("clm_");
    }

    @Test
    void aBountyThatIsNotFundedSaysUntilWhen() {
        var shown = BountyJson.of(new View(BountyFixture.bountyAwaitingFunding(), List.of("fund")));

        assertThat(shown.status()).isEqualTo("awaiting_funding");
        assertThat(shown.fundBy()).isEqualTo("2026-03-09T09:00:00Z");
        assertThat(shown.timer())
                .isEqualTo(new TimerJson(Instant.parse("2026-03-09T09:00:00Z"), "bounty_expires"));
    }

    @Test
    void aBountyInDisputeNamesIt() {
        var shown = BountyJson.of(new View(BountyFixture.disputedBounty(), List.of()));

        assertThat(shown.status()).isEqualTo("disputed");
        assertThat(shown.disputeId()).isEqualTo("dsp_01K0000000E00000000000002G");
        assertThat(shown.activeClaimId()).startsWith("clm_");
        assertThat(shown.timer()).isNull();
    }

    @Test
    void whatABountyAsksOfAgentsIsShown() {
        var terms = TermsFixture.terms().takingBids().minReputation(60).stakeBps(500).build();
        var bounty = BountyFixture.openBounty(terms);

        var shown = BountyJson.of(new View(bounty, List.of()));
        var quote = QuoteJson.of(Quote.of(bounty, BountyFixture.NOW));

        assertThat(shown.claimPolicy()).isEqualTo("bid");
        assertThat(shown.minReputation()).isEqualTo(60);
        assertThat(shown.stakeBps()).isEqualTo(500);
        assertThat(quote.stakeCents()).isEqualTo(750);
    }

    @Test
    void aCancelledBountySaysWhy() {
        var shown = BountyJson.of(new View(BountyFixture.cancelledBounty(), List.of()));

        assertThat(shown.cancelReason()).isEqualTo("not needed any more");
    }

    @Test
    void aUsdcRewardAlsoShowsItsExactUnits() {
        var terms = TermsFixture.terms().reward(new Money(1_234_567, Currency.USDC)).build();
        var shown = BountyJson.of(new View(BountyFixture.openBounty(terms), List.of()));

        assertThat(shown.currency()).isEqualTo("usdc");
        assertThat(shown.rewardCents()).isEqualTo(123);
        assertThat(shown.rewardUnits()).isEqualTo("1234567");
        assertThat(shown.netRewardCents()).isEqualTo(111);
        assertThat(shown.netRewardUnits()).isEqualTo("1111111");
    }

    @Test
    void everyStatusCanBeLookedFor() {
        List<String> words =
                Arrays.stream(StatusWord.values())
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .toList();

        assertThat(BountyStatus.class.getPermittedSubclasses()).hasSameSizeAs(words);
        assertThat(
                        List.of(
                                BountyFixture.bountyAwaitingFunding(),
                                BountyFixture.openBounty(),
                                BountyFixture.claimedBounty(),
                                BountyFixture.bountyInReview(),
                                BountyFixture.completedBounty(),
                                BountyFixture.paidBounty(),
                                BountyFixture.disputedBounty(),
                                BountyFixture.cancelledBounty(),
                                BountyFixture.expiredBounty()))
                .allSatisfy(bounty -> assertThat(words).contains(bounty.status().word()));
    }

    @Test
    void aQuoteTellsWhatIsLeftAfterTheFee() {
        var quote = Quote.of(BountyFixture.openBounty(), BountyFixture.NOW);

        assertThat(json(QuoteJson.of(quote)))
                .isEqualTo(
                        """
                        {
                          "bounty_id": "bnt_01K0000000E00000000000000G",
                          "reward_cents": 15000,
                          "fee_cents": 1500,
                          "net_reward_cents": 13500,
                          "reward_units": null,
                          "fee_units": null,
                          "net_reward_units": null,
                          "currency": "usd",
                          "fee_bps": 1000,
                          "stake_cents": 0,
                          "stake_units": null,
                          "claim_ttl_hours": 72,
                          "lease_expires_at": "2026-03-05T09:00:00Z",
                          "review_window_hours": 168,
                          "deadline": "2026-04-01T09:00:00Z",
                          "as_of": "2026-03-02T09:00:00Z"
                        }\
                        """);
    }
}
