package io.guildhall.payments.sandbox;

import io.guildhall.application.contract.PaymentProviderContract;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.PaymentProvider.Destination;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.PayoutId;

class SandboxPaymentProviderTest extends PaymentProviderContract {

    private final SandboxPaymentProvider provider = new SandboxPaymentProvider();

    @Override
    protected PaymentProvider provider() {
        return provider;
    }

    @Override
    protected Instruction instruction(PayoutId key, Money amount, boolean asked) {
        return new Instruction(key, PartyFixture.BOB, amount, new Destination.Nowhere(), asked);
    }

    /** Nothing of it exists anywhere else. */
    @Override
    protected long movedCents() {
        return 0;
    }

    @Override
    protected long leaves(long cents) {
        return 0;
    }
}
