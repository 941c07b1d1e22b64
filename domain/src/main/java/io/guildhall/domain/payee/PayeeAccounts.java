package io.guildhall.domain.payee;

import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts that operators have at the rail, one of each operator. */
public interface PayeeAccounts {

    Optional<PayeeAccount> of(OperatorId operator);

    /** The one that the rail names so; empty when it was replaced since. */
    Optional<PayeeAccount> byReference(String reference);

    /**
     * Those whose {@link PayeeAccount#lookAt} has come, oldest first, kept from other workers until
     * the unit of work ends; those another worker keeps are passed over.
     */
    List<PayeeAccount> takeDue(Instant now, int limit);

    /**
     * @throws io.guildhall.domain.shared.LostRace if the operator has one already
     */
    void add(PayeeAccount account);

    /**
     * Keeps the account's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the account with its new version
     */
    PayeeAccount save(PayeeAccount account);
}
