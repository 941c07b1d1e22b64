package io.guildhall.application.escrow;

/** Another replica has taken the wallet: the unit of work is undone, and the round is over. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("The wallet is another replica's now", null, false, false);
    }
}
