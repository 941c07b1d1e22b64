package io.guildhall.domain.payment;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All payments into the house. */
public interface Payments {

    Optional<Payment> find(PaymentId id);

    /** The received one whose {@link Receipt#reference} that is. */
    Optional<Payment> byReceipt(String reference);

    /** The one for that bounty that can still be paid: there is one at most. */
    Optional<Payment> underWayFor(BountyId bounty);

    /** Those that were to fund the bounty, whatever became of them, oldest first. */
    List<Payment> ofBounty(BountyId bounty, int limit);

    /**
     * Those whose {@link Payment#lookAt} has come, oldest first, kept from other workers until the
     * unit of work ends; those another worker keeps are passed over.
     */
    List<Payment> takeDue(Instant now, int limit);

    /** The payer's, newest first. */
    Page<Payment> of(OperatorId payer, PageRequest page);

    void add(Payment payment);

    /**
     * Keeps the payment's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the payment with its new version
     */
    Payment save(Payment payment);
}
