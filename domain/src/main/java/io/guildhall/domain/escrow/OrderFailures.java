package io.guildhall.domain.escrow;

/** Who is told of orders that do not come on. */
public interface OrderFailures {

    /**
     * Called inside the unit of work that marks the order FAILED, so that what follows from it is
     * kept with it or not at all.
     *
     * @param reason the contract's last objection
     */
    void failed(VaultOrder order, String reason);

    /**
     * A node will not take what was signed, such as of a wallet without funds: the order is sent
     * again until one does, for ever if need be. Called once for each objection in a row, outside
     * any unit of work.
     */
    void held(VaultOrder order, String objection);

    /**
     * Called inside the unit of work that puts an order off because the contract would not take it
     * now: it may have heard it from somebody else, and would never take it.
     */
    default void refused(VaultOrder order) {}
}
