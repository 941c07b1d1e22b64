package io.guildhall.domain.party;

import java.util.Optional;

/** The operators of this installation. */
public interface Operators {

    Optional<Operator> find(OperatorId id);

    /** The one that was there before all others: the installation's own admin. */
    Optional<Operator> first();

    /** Nobody else adds one until the unit of work ends. */
    void lock();

    void add(Operator operator);

    /** Keeps the operator's roles; there is nothing else of it that changes. */
    void save(Operator operator);
}
