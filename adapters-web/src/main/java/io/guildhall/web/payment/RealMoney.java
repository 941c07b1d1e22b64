package io.guildhall.web.payment;

import io.guildhall.application.ledger.TopUp;
import io.guildhall.web.page.PageRefused;
import jakarta.inject.Singleton;

/** Whether money comes and goes at a processor here, so that there are pages about it. */
@Singleton
public final class RealMoney {

    private static final int NOT_FOUND = 404;

    private final TopUp topUp;

    RealMoney(TopUp topUp) {
        this.topUp = topUp;
    }

    public boolean isHere() {
        return !topUp.isOffered();
    }

    void mustBeHere() {
        if (!isHere()) {
            throw new PageRefused(
                    NOT_FOUND,
                    "No real money moves here",
                    "This installation is a sandbox: balances are pretended, and there is nothing to pay"
                            + " or to be paid at a processor.");
        }
    }
}
