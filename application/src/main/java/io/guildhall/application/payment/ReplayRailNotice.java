package io.guildhall.application.payment;

import io.guildhall.domain.party.Caller;
import io.guildhall.domain.rail.RailNotices;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;

/** An admin lets something be heard once more that the rail has told. */
public final class ReplayRailNotice {

    private final Transactions transactions;
    private final RailNotices notices;

    public ReplayRailNotice(Transactions transactions, RailNotices notices) {
        this.transactions = transactions;
        this.notices = notices;
    }

    public void handle(Caller caller, String id) {
        caller.requireAdmin();
        transactions.run(() -> {
            if (!notices.replay(id)) {
                throw new RefusedException(new NotFound("notice"));
            }
        });
    }
}
