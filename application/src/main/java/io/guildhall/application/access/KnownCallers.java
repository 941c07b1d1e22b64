package io.guildhall.application.access;

import io.guildhall.domain.party.OperatorId;

/**
 * Whom the doors remember for a while. Told when what somebody may do has changed and is kept, so
 * that it holds on this replica at once.
 */
public interface KnownCallers {

    /** Looks anew for an operator and its agents. */
    void forget(OperatorId operator);

    /** Looks anew for everybody. */
    void forgetAll();
}
