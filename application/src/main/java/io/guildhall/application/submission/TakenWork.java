package io.guildhall.application.submission;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Submission;
import java.time.Instant;
import java.util.List;

/**
 * Takes work that its poster wants, by word or by what the terms say beforehand: it is paid at
 * once, or the contract that holds its money is told to pay.
 */
public final class TakenWork {

    private final UseCaseContext context;
    private final AcceptedWork acceptedWork;

    public TakenWork(UseCaseContext context, AcceptedWork acceptedWork) {
        this.context = context;
        this.acceptedWork = acceptedWork;
    }

    /**
     * @param bounty kept from others by this unit of work
     * @param events where what happened is added
     */
    public Submission take(
            Bounty bounty,
            Submission submission,
            AcceptedWork.Acceptance acceptance,
            Instant now,
            List<DomainEvent> events) {
        if (!bounty.terms().isOnChain()) {
            return acceptedWork.pay(bounty, submission, acceptance, Outcome.ACCEPTED, now, events);
        }
        Submission accepted = acceptedWork.take(bounty, submission, acceptance, now, events);
        context.orders().accept(bounty, accepted, now);
        return accepted;
    }
}
