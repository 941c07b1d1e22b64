package io.guildhall.domain.escrow;

import io.guildhall.domain.shared.DomainError;

/** Why an order does not move. */
public sealed interface VaultOrderError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    record VaultOrderNotInState(OrderId order, VaultOrderStatus status) implements VaultOrderError {
        @Override
        public String code() {
            return "vault_order_wrong_state";
        }

        @Override
        public String message() {
            return "The order to the contract is " + status.word();
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }
}
