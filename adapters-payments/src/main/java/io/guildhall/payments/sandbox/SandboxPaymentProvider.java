package io.guildhall.payments.sandbox;

import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.Rail;

/** Says that all money arrived, and moves none: what a sandbox pays out exists nowhere else. */
public final class SandboxPaymentProvider implements PaymentProvider {

    @Override
    public Rail rail() {
        return Rail.SANDBOX;
    }

    @Override
    public Outcome send(Instruction instruction) {
        return new Outcome.Settled();
    }

    @Override
    public Found lookFor(PayoutId key, Destination to) {
        return new Found.Nothing();
    }
}
