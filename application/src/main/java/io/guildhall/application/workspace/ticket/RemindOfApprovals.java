package io.guildhall.application.workspace.ticket;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.Tickets;
import java.time.Instant;
import java.util.List;

/**
 * Tells those who are to approve of work that waits for long, and again as long as it waits.
 * Silence decides nothing here: no sum was promised, so none could be paid by time.
 */
public final class RemindOfApprovals {

    private final UseCaseContext context;
    private final Tickets tickets;

    public RemindOfApprovals(UseCaseContext context, Tickets tickets) {
        this.context = context;
        this.tickets = tickets;
    }

    /**
     * @return how many were told of; as many as {@code limit} means that more may be due
     */
    public int handle(int limit) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    List<Ticket> due = tickets.takeDue(now, limit);
                    for (Ticket ticket : due) {
                        var reminded = ticket.remind(now).orThrow();
                        tickets.save(reminded.state());
                        context.outbox().publish(reminded.events(), now);
                    }
                    return due.size();
                });
    }
}
