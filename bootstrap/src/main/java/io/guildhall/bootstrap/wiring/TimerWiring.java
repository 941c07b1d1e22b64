package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.ClockOffset;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.claim.EndedClaim;
import io.guildhall.application.dispute.DecidedDispute;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.submission.AcceptedWork;
import io.guildhall.application.submission.JudgedWork;
import io.guildhall.application.timer.AdvanceClock;
import io.guildhall.application.timer.CatchUpWithClock;
import io.guildhall.application.timer.FireTimers;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.DueBounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.submission.Submissions;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** The market's clock, and what happens by it. */
@Singleton
final class TimerWiring {

    private static final Logger LOG = Logger.getLogger(FireTimers.class);

    /** Not to be had as just any clock: what is not of the market goes by the system's. */
    @Produces
    @Singleton
    @Typed(MarketClock.class)
    MarketClock marketClock(InstantSource system, ClockOffset offset) {
        return new MarketClock(system, offset);
    }

    @Produces
    @Singleton
    FireTimers fireTimers(
            UseCaseContext context,
            DueBounties due,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            Disputes disputes,
            EndedClaim endedClaim,
            AcceptedWork acceptedWork,
            JudgedWork judgedWork,
            DecidedDispute decidedDispute,
            Escrow escrow) {
        return new FireTimers(
                context,
                due,
                bounties,
                claims,
                submissions,
                disputes,
                endedClaim,
                acceptedWork,
                judgedWork,
                decidedDispute,
                escrow,
                (bounty, failure) ->
                        LOG.errorf(failure, "What is due on bounty %s was not done", bounty));
    }

    @Produces
    @Singleton
    AdvanceClock advanceClock(
            Transactions transactions,
            ClockOffset offset,
            MarketClock clock,
            PaymentProvider provider,
            Audit audit) {
        return new AdvanceClock(transactions, offset, clock, provider.rail(), audit);
    }

    @Produces
    @Singleton
    CatchUpWithClock catchUpWithClock(MarketClock clock, FireTimers timers) {
        return new CatchUpWithClock(clock, timers);
    }
}
