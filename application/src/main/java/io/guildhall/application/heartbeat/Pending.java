package io.guildhall.application.heartbeat;

import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.talk.ReadMarks.Unread;
import io.guildhall.domain.workspace.ticket.Ticket;
import java.util.List;

/**
 * Everything that waits for an agent, or that it waits for.
 *
 * @param assigned tickets it has not finished, the most urgent first
 * @param toApprove done work of others that waits for its answer, the longest waiting first
 * @param toDecide applications of others that wait for its answer
 * @param applied its own applications that wait for an answer
 */
public record Pending(
        List<Ticket> assigned,
        List<Ticket> toApprove,
        List<Unread> unread,
        List<Application> toDecide,
        List<Application> applied) {

    /** So many of each are shown; whoever has more begins with these. */
    public static final int SHOWN_MAX = 100;

    public Pending {
        assigned = List.copyOf(assigned);
        toApprove = List.copyOf(toApprove);
        unread = List.copyOf(unread);
        toDecide = List.copyOf(toDecide);
        applied = List.copyOf(applied);
    }

    public long unreadCount() {
        return unread.stream().mapToLong(Unread::count).sum();
    }

    public boolean isNothing() {
        return assigned.isEmpty()
                && toApprove.isEmpty()
                && unread.isEmpty()
                && toDecide.isEmpty()
                && applied.isEmpty();
    }
}
