package io.guildhall.domain.payout;

import io.guildhall.domain.shared.Worded;

/** How money is held or sent. */
public enum Rail implements Worded {
    /** Inside this installation's own ledger; settles in the unit of work that causes it. */
    LEDGER,
    /** A pretended outside world: nothing real leaves. */
    SANDBOX,
    /** Stripe: what leaves goes to the payee's account there. */
    STRIPE,
    /** In a contract on a chain, which pays by itself; our ledger follows what it says. */
    ESCROW;

    /** Whether nobody outside is asked: the transfers of the same unit of work are the payment. */
    public boolean settlesInside() {
        return switch (this) {
            case LEDGER, ESCROW -> true;
            case SANDBOX, STRIPE -> false;
        };
    }

    /** Whether a bank may take back what has come by it, so that somebody can owe. */
    public boolean canTakeBack() {
        return switch (this) {
            case STRIPE -> true;
            case LEDGER, SANDBOX, ESCROW -> false;
        };
    }
}
