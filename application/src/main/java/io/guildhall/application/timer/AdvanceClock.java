package io.guildhall.application.timer;

import io.guildhall.application.access.ClockOffset;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Moves the market's clock ahead, so that a week can be watched passing in a second; exists in
 * sandbox installations only.
 */
public final class AdvanceClock {

    private static final Duration AT_ONCE_MAX = Duration.ofDays(366);

    private final Transactions transactions;
    private final ClockOffset offset;
    private final MarketClock clock;
    private final Rail rail;
    private final Audit audit;

    /**
     * @param rail by which money comes to this installation
     */
    public AdvanceClock(
            Transactions transactions,
            ClockOffset offset,
            MarketClock clock,
            Rail rail,
            Audit audit) {
        this.transactions = transactions;
        this.offset = offset;
        this.clock = clock;
        this.rail = rail;
        this.audit = audit;
    }

    /** Whether money is pretended here; where it is real, time goes by itself. */
    public boolean isOffered() {
        return rail == Rail.SANDBOX;
    }

    public record Command(Mandate mandate, Duration by) {}

    /**
     * @param now what the market's clock says
     * @param offset how far it is ahead of the world's in all
     */
    public record Advanced(Instant now, Duration offset) {}

    /**
     * Only stores the move; it holds from the end of the unit of work on, see {@link
     * CatchUpWithClock}.
     */
    public Advanced handle(Command command) {
        if (!isOffered()) {
            throw new IllegalStateException("Money is real here, and time goes by itself");
        }
        command.mandate().require();
        new Invalid.Check()
                .require(
                        command.by().isPositive() && command.by().compareTo(AT_ONCE_MAX) <= 0,
                        "by",
                        "must be more than zero and at most " + AT_ONCE_MAX.toDays() + " days")
                .orThrow();
        return transactions.run(() -> {
            Duration before = offset.read();
            offset.add(command.by());
            Duration ahead = offset.read();
            audit.record(
                    command.mandate(),
                    AdminAct.ADVANCE_CLOCK,
                    AuditSubject.CLOCK,
                    Map.of("offset", before.toString()),
                    Map.of("offset", ahead.toString()));
            return new Advanced(clock.at(ahead), ahead);
        });
    }
}
