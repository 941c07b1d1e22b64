package io.guildhall.application.ledger;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.List;

/** Transfers that are done with as soon as they are posted. */
record Movements(IdGenerator ids) {

    /** A transfer moves something, so that of nothing there is none. */
    List<Transfer> of(
            Account debit,
            Account credit,
            Money amount,
            Purpose purpose,
            Subject cause,
            Instant now) {
        return amount.isZero()
                ? List.of()
                : List.of(
                        new Transfer(
                                new TransferId(ids.next()),
                                debit,
                                credit,
                                amount,
                                TransferStatus.POSTED,
                                purpose,
                                cause,
                                now));
    }
}
