package io.guildhall.application.contract;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.PaymentProvider.Outcome;
import io.guildhall.domain.payout.PayoutId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every rail keeps by which money leaves. */
public abstract class PaymentProviderContract {

    protected abstract PaymentProvider provider();

    /** To somebody whom the rail can pay. */
    protected abstract Instruction instruction(PayoutId key, Money amount, boolean asked);

    /** What has really left by the rail, in cents. */
    protected abstract long movedCents();

    /** Of so many cents that were sent, how many leave the house by this rail. */
    protected abstract long leaves(long cents);

    @Test
    public void railSendsNothingThatSettlesInside() {
        assertThat(provider().rail().settlesInside()).isFalse();
    }

    @Test
    public void sentMoneyIsSettled() {
        assertThat(provider().send(instruction(key(), usd(1_200), false)))
                .isEqualTo(new Outcome.Settled());
        assertThat(movedCents()).isEqualTo(leaves(1_200));
    }

    @Test
    public void whateverIsAskedAgainMovesOnce() {
        PayoutId key = key();

        for (boolean asked : List.of(false, false, true, true)) {
            assertThat(provider().send(instruction(key, usd(1_200), asked)))
                    .isEqualTo(new Outcome.Settled());
        }

        assertThat(movedCents()).isEqualTo(leaves(1_200));
    }

    @Test
    public void whoeverAsksAtOnceMovesItOnce() throws InterruptedException {
        PayoutId key = key();
        List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(6, _ -> outcomes.add(provider().send(instruction(key, usd(1_200), false))));

        assertThat(outcomes).hasSize(6).contains(new Outcome.Settled());
        assertThat(movedCents()).isEqualTo(leaves(1_200));
    }

    @Test
    public void otherPayoutIsOtherMoney() {
        provider().send(instruction(key(), usd(1_200), false));
        provider().send(instruction(key(), usd(1_200), false));

        assertThat(movedCents()).isEqualTo(leaves(2_400));
    }

    protected static PayoutId key() {
        return new PayoutId(UUID.randomUUID());
    }
}
