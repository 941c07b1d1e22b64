package io.guildhall.application.bounty;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.submission.Submission;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewWholeStoryTest {

    private final Market market = new Market();
    private final Caller admin =
            Caller.operator(market.operator("Admin").operator(), Set.of(Role.ADMIN));
    private final Caller ann = market.operatorWith("Ann", usd(50_000));
    private final Caller bot = market.agentOf(market.operator("Bob"));

    @Test
    void everythingIsTold() {
        Bounty bounty = market.post(ann);
        Claim claim = market.approve(ann, market.claim(bot, bounty));
        Submission first = market.submit(bot, bounty);
        Dispute dispute = market.dispute(bot, first);
        market.withdraw(bot, dispute);
        market.accept(ann, market.now(first));
        market.post(ann);

        WholeStory story = market.use.admin.viewWholeStory.of(admin, bounty.id());

        assertThat(story.bounty()).isEqualTo(market.now(bounty));
        assertThat(story.claims()).containsExactly(market.now(claim));
        assertThat(story.submissions()).containsExactly(market.now(first));
        assertThat(story.disputes()).containsExactly(market.now(dispute));
        assertThat(story.payouts()).hasSize(1);
        assertThat(story.transfers())
                .extracting(Transfer::purpose)
                .containsExactlyInAnyOrder(Purpose.ESCROW, Purpose.PAYOUT, Purpose.FEE);
        assertThat(story.events()).hasSizeGreaterThan(5);
        assertThat(story.rails())
                .extracting(WholeStory.RailPart::rail)
                .containsExactly("chain", "stripe");
        assertThat(story.cutOff()).isEmpty();
    }

    @Test
    void unfundedBountyOfAnybodyIsToldToo() {
        Bounty unfunded = market.post(market.operator("Poor"));

        assertThat(market.use.admin.viewWholeStory.of(admin, unfunded.id()).bounty())
                .isEqualTo(unfunded);
    }

    @Test
    void onlyAdminsReadIt() {
        Bounty bounty = market.post(ann);

        assertThat(refusal(() -> market.use.admin.viewWholeStory.of(ann, bounty.id())))
                .isEqualTo("admin_needed");
        assertThat(
                        refusal(() ->
                                market.use.admin.viewWholeStory.of(
                                        admin, new BountyId(market.guildhall.ids.next()))))
                .isEqualTo("bounty_not_found");
    }
}
