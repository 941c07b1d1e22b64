package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.application.escrow.ChainMarket.AGENTS;
import static io.guildhall.application.escrow.ChainMarket.ANNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.Admission;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract hears late of a dispute, and goes by its own time; what is ruled here is paid. */
class LateDisputesTest {

    private static final Duration LATE = Duration.ofHours(6);
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final ChainMarket chain = new ChainMarket();
    private final ModelContract model = new ModelContract(chain.contract, chain.guildhall.clock);
    private final ModelRelay relay = new ModelRelay(chain, model, UseCases.CONFIRMATIONS);
    private final Caller judith = chain.market.arbiter();
    private final Bounty bounty = chain.posted();
    private final OnchainId id = chain.hold(bounty).onchainId();

    @AfterEach
    void everyDebitHasItsCreditAndNothingIsFrozen() {
        assertThat(chain.guildhall.ledger.prove().balances()).isTrue();
        assertThat(chain.isFrozen(bounty)).isFalse();
        assertThat(chain.objections(bounty)).isEmpty();
    }

    @Test
    void arbiterRulesAsSoonAsTheContractTakesIt() {
        Dispute dispute = chain.market.dispute(chain.agent, handedIn());
        chain.advance(LATE);
        relayed();

        chain.advance(Dispute.ANSWER_WINDOW.minusSeconds(1));
        assertThat(refusal(() -> chain.market.resolve(judith, dispute, new Ruling.ForAgent())))
                .isEqualTo("answer_still_due");
        chain.advance(Duration.ofSeconds(1));
        chain.market.resolve(judith, dispute, new Ruling.ForAgent());
        relayed();

        assertPaid(dispute);
    }

    @Test
    void arbiterRulesAsLongAsTheContractTakesIt() {
        Dispute dispute = chain.market.dispute(chain.agent, handedIn());
        chain.market.giveEvidence(chain.ann, dispute);
        chain.advance(LATE);
        relayed();

        chain.advance(Dispute.DECISION_WINDOW.minusSeconds(1));
        chain.market.fireTimers();
        chain.market.resolve(judith, dispute, new Ruling.ForAgent());
        relayed();

        assertPaid(dispute);
    }

    /** Refused for hours, it would fail, and the bounty freeze. */
    @Test
    void rulingThatWasGivenBeforeTheContractHadHeardOfTheDisputeIsCarriedOut() {
        Dispute dispute = chain.market.dispute(chain.agent, handedIn());
        chain.advance(Dispute.ANSWER_WINDOW);
        chain.market.resolve(judith, dispute, new Ruling.ForAgent());
        relayed();

        for (Duration passed = Duration.ZERO;
                passed.compareTo(Dispute.ANSWER_WINDOW) < 0;
                passed = passed.plus(A_WHILE)) {
            assertThat(chain.status(bounty)).isEqualTo("disputed");
            chain.advance(A_WHILE);
            relay.round(List.of(bounty));
        }
        relayed();

        assertPaid(dispute);
        assertThat(chain.guildhall.vaultOrders.of(bounty.id()).getLast().tries()).isZero();
    }

    @Test
    void timeDecidesWhenTheContractsIsOver() {
        Dispute dispute = chain.market.dispute(chain.agent, handedIn());
        chain.advance(LATE);
        relayed();

        chain.market.pass(Dispute.DECISION_WINDOW.minusSeconds(1));
        relayed();
        assertThat(chain.status(bounty)).isEqualTo("disputed");
        chain.market.pass(Duration.ofSeconds(1));
        relayed();

        assertThat(chain.now(dispute).status().word()).isEqualTo("timed_out");
        assertThat(chain.status(bounty)).isEqualTo("paid");
    }

    @Test
    void disputeOfAWalletThatIsHeardOfLateIsDecidedInTime() {
        handedIn();
        assertThat(model.call(id, (there, now) -> there.openDispute(AGENTS, 1, 1, Side.AGENT, now)))
                .isPresent();
        chain.advance(LATE);
        relayed();
        Dispute dispute = chain.dispute(bounty);

        chain.market.pass(Dispute.DECISION_WINDOW.minus(LATE));
        relayed();

        assertThat(chain.now(dispute).status().word()).isEqualTo("timed_out");
        assertThat(chain.status(bounty)).isEqualTo("paid");
    }

    private Submission handedIn() {
        EscrowHold hold = chain.hold(bounty);
        var funded = new VaultEvent.Funded(id, ANNS, bounty.id(), hold.termsOf(bounty));
        assertThat(model.fund(funded)).isPresent();
        relayed();
        Admission admission = chain.contract.admit(id, AGENTS, 1, PrepareClaim.ADMITTED_FOR);
        assertThat(model.call(id, (there, now) -> there.claim(AGENTS, admission, now))).isPresent();
        relayed();
        Submission submission = chain.market.submit(chain.agent, bounty);
        relayed();
        return submission;
    }

    /** What was to be told is told, and heard for good. */
    private void relayed() {
        relay.round(List.of(bounty));
        model.mine(UseCases.CONFIRMATIONS);
        chain.follow();
        relay.round(List.of(bounty));
    }

    private void assertPaid(Dispute dispute) {
        assertThat(chain.now(dispute).status().word()).isEqualTo("executed");
        assertThat(chain.status(bounty)).isEqualTo("paid");
    }
}
