package io.guildhall.domain.ledger;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.DomainError;

/** Why money cannot move. */
public sealed interface LedgerError extends DomainError {

    /** The paying account has less than the amount, in-flight debits counted. */
    record InsufficientFunds(Account account, Money needed) implements LedgerError {
        @Override
        public String code() {
            return "insufficient_funds";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The balance does not cover "
                    + needed
                    + "; top up at least what is missing (GET /api/balance shows what is available), then send this again";
        }
    }
}
