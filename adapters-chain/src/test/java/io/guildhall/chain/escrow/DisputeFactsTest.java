package io.guildhall.chain.escrow;

import static io.guildhall.chain.escrow.EscrowOnChain.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.WalletCall;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the contract says of disputes, said by itself and read back. */
class DisputeFactsTest extends EscrowTest {

    @Test
    void disputeIsOpenedAnsweredAndRuledOn() {
        OnchainId bounty = escrow.submittedByAnn();

        var opened = escrow.relay(dispute(bounty, 1, Side.AGENT));
        Instant openedAt = escrow.chain.now();
        var answered = escrow.relay(new VaultCall.AnswerDispute(bounty, 1, Digest.of("evidence")));
        var ruled = escrow.relay(new VaultCall.RuleDispute(bounty, 1, 2_500));

        assertThat(opened)
                .containsExactly(
                        new VaultEvent.DisputeOpened(
                                bounty,
                                escrow.ann(),
                                1,
                                1,
                                1,
                                Side.AGENT,
                                openedAt.plus(Duration.ofDays(2)),
                                openedAt.plus(Duration.ofDays(14))));
        assertThat(answered)
                .containsExactly(
                        new VaultEvent.DisputeAnswered(
                                bounty, 1, Side.POSTER, Digest.of("evidence")));
        assertThat(ruled)
                .containsExactly(
                        new VaultEvent.Ended(
                                bounty,
                                escrow.ann(),
                                1,
                                VaultStatus.PAID,
                                VaultOutcome.RULED,
                                2_500,
                                usdc(37_500_000),
                                usdc(3_750_000),
                                usdc(112_500_000),
                                usdc(0),
                                usdc(0)));
    }

    @Test
    void arbitersOwnWalletRules() {
        OnchainId bounty = escrow.submittedByAnn();
        escrow.relay(dispute(bounty, 1, Side.AGENT));
        escrow.relay(new VaultCall.AnswerDispute(bounty, 1, Digest.of("evidence")));

        var ruled =
                escrow.deployed.does(
                        escrow.deployed.arbiter(), new WalletCall.RuleDispute(bounty, 1, 2_500));

        assertThat(escrow.said(ruled)).singleElement().satisfies(ended(VaultOutcome.RULED));
    }

    @Test
    void offerIsMadeAndTaken() {
        OnchainId bounty = escrow.claimedByAnn();
        escrow.relay(dispute(bounty, 0, Side.POSTER));

        var offer =
                escrow.deployed.does(
                        escrow.deployed.poster(), new WalletCall.OfferSplit(bounty, 1, 4_000));
        var taken =
                escrow.deployed.does(
                        escrow.deployed.ann(), new WalletCall.AcceptSplit(bounty, 1, 4_000));

        assertThat(escrow.said(offer))
                .containsExactly(new VaultEvent.SplitOffered(bounty, 1, Side.POSTER, 4_000));
        assertThat(escrow.said(taken)).singleElement().satisfies(ended(VaultOutcome.SETTLED));
    }

    @Test
    void withdrawnDisputeLetsTheClockGoOn() {
        OnchainId bounty = escrow.claimedByAnn();
        escrow.relay(dispute(bounty, 0, Side.POSTER));

        var withdrawn =
                escrow.deployed.does(
                        escrow.deployed.poster(), new WalletCall.WithdrawDispute(bounty, 1));

        assertThat(escrow.said(withdrawn))
                .singleElement()
                .isInstanceOfSatisfying(
                        VaultEvent.DisputeWithdrawn.class,
                        event -> {
                            assertThat(event.dispute()).isEqualTo(1);
                            assertThat(event.dueAt())
                                    .isAfter(escrow.chain.now().plus(Duration.ofDays(2)));
                        });
    }

    @Test
    void silentArbiterIsStoodInForByTime() {
        OnchainId bounty = escrow.submittedByAnn();
        escrow.relay(dispute(bounty, 1, Side.POSTER));
        escrow.chain.pass(Duration.ofDays(14));

        var said = escrow.relay(new VaultCall.TimeOutDispute(bounty));

        assertThat(said).singleElement().satisfies(ended(VaultOutcome.ARBITER_SILENT));
    }

    private static VaultCall dispute(OnchainId bounty, int submission, Side by) {
        return new VaultCall.OpenDispute(
                bounty, escrow.ann(), 1, submission, by, Digest.of("reason"));
    }
}
