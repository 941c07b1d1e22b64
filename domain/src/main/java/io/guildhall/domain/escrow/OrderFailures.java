package io.guildhall.domain.escrow;

/** Who is told of orders that the contract refused for good. */
@FunctionalInterface
public interface OrderFailures {

    /**
     * Called inside the unit of work that marks the order FAILED, so that what follows from it is
     * kept with it or not at all.
     *
     * @param reason the contract's last objection
     */
    void failed(VaultOrder order, String reason);
}
