package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.application.escrow.ChainMarket.REWARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.submission.Submission;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FreezeOnFailureTest {

    private final ChainMarket chain = new ChainMarket();

    @Test
    void orderThatTheContractRefusesForGoodFreezesTheBounty() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        Submission submission = chain.market.submit(chain.agent, bounty);
        chain.market.accept(chain.ann, submission);
        VaultOrder submit = chain.guildhall.vaultOrders.of(bounty.id()).getFirst();

        fail(submit);

        String why = "the contract refused submit_work: LeaseEnded";
        assertThat(Objects.requireNonNull(chain.hold(bounty).frozen()).reason()).isEqualTo(why);
        assertThat(chain.use.contradictions)
                .containsExactly(new UseCases.Contradiction(bounty.id(), "LeaseEnded"));
        assertThat(chain.orders(bounty)).isEmpty();
        assertThat(chain.status(bounty)).isEqualTo("completed");
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
    }

    @Test
    void remindersThatWereWithdrawnWithItAreGivenAgain() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.advance(bounty.terms().reviewWindow().plusSeconds(1));
        chain.market.fireTimers();

        fail(chain.guildhall.vaultOrders.of(bounty.id()).getFirst());
        assertThat(chain.orders(bounty)).isEmpty();
        chain.market.fireTimers();
        chain.market.fireTimers();

        assertThat(chain.orders(bounty))
                .extracting(VaultCall::word)
                .containsExactly("accept_unanswered");
        assertThat(refusal(() -> chain.market.accept(chain.ann, submission)))
                .isEqualTo("bounty_frozen");
    }

    @Test
    void bountyThatIsOverIsNotFrozen() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.market.accept(chain.ann, submission);
        VaultOrder accept = chain.guildhall.vaultOrders.of(bounty.id()).getLast();
        chain.sayForGood(chain.paid(bounty, VaultOutcome.ACCEPTED));

        fail(accept);

        assertThat(chain.isFrozen(bounty)).isFalse();
        assertThat(chain.use.contradictions).isEmpty();
    }

    private void fail(VaultOrder order) {
        chain.guildhall.transactions.run(
                () -> chain.use.freezeOnFailure.failed(order, "LeaseEnded"));
    }
}
