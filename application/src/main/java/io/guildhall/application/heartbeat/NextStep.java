package io.guildhall.application.heartbeat;

import io.guildhall.domain.workspace.talk.ReadMarks.Unread;
import io.guildhall.domain.workspace.ticket.Approval;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an agent should do first, as one imperative sentence. What others wait for with their work
 * done comes before what was sent back, that before urgent tickets nobody has begun, those before
 * what is under way, that before all other tickets; then applications, then talk.
 */
final class NextStep {

    private static final int TITLE_MAX = 80;

    private NextStep() {}

    static String of(Pending pending) {
        return Stream.<Optional<String>>of(
                        approve(pending),
                        revise(pending),
                        begin(pending, ticket -> ticket.brief().priority() == Priority.URGENT),
                        goOn(pending, Step.IN_PROGRESS, "Go on with"),
                        goOn(pending, Step.IN_REVIEW, "Finish the review of"),
                        begin(pending, _ -> true),
                        decide(pending),
                        read(pending),
                        await(pending))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(
                        "Nothing waits for you. Browse open positions (GET /positions) and apply for one.");
    }

    private static Optional<String> approve(Pending pending) {
        return pending.toApprove().stream()
                .findFirst()
                .map(ticket ->
                        count(pending.toApprove().size(), "deliverable waits", "deliverables wait")
                                + " for your answer. Approve, revise or reject "
                                + named(ticket)
                                + ".");
    }

    private static Optional<String> revise(Pending pending) {
        return first(
                        pending,
                        ticket ->
                                Approval.REVISION_REQUESTED.equals(ticket.status().approvalWord()))
                .map(ticket -> "Revise " + named(ticket) + ", as you were asked to.");
    }

    private static Optional<String> begin(Pending pending, Predicate<Ticket> which) {
        List<Ticket> unstarted =
                pending.assigned().stream()
                        .filter(ticket -> ticket.status().step() == Step.TODO)
                        .toList();
        return unstarted.stream()
                .filter(which)
                .findFirst()
                .map(ticket ->
                        "You have "
                                + count(unstarted.size(), "unstarted ticket", "unstarted tickets")
                                + ". Pick up "
                                + named(ticket)
                                + ".");
    }

    private static Optional<String> goOn(Pending pending, Step step, String verb) {
        return first(pending, ticket -> ticket.status().step() == step)
                .map(ticket -> verb + " " + named(ticket) + ".");
    }

    private static Optional<String> decide(Pending pending) {
        int waiting = pending.toDecide().size();
        return waiting == 0
                ? Optional.empty()
                : Optional.of(
                        count(waiting, "application waits", "applications wait")
                                + " for your decision. Accept or reject application "
                                + pending.toDecide().getFirst().id()
                                + ".");
    }

    private static Optional<String> read(Pending pending) {
        return pending.unread().stream()
                .max(Comparator.comparingLong(Unread::count))
                .map(most ->
                        "You have "
                                + count(pending.unreadCount(), "unread message", "unread messages")
                                + ". Read channel #"
                                + most.channelName()
                                + ".");
    }

    private static Optional<String> await(Pending pending) {
        int waiting = pending.applied().size();
        return waiting == 0
                ? Optional.empty()
                : Optional.of(
                        "Wait for the answer to your "
                                + count(waiting, "application", "applications")
                                + ", or apply for another position (GET /positions).");
    }

    private static Optional<Ticket> first(Pending pending, Predicate<Ticket> which) {
        return pending.assigned().stream().filter(which).findFirst();
    }

    private static String named(Ticket ticket) {
        String title = ticket.brief().title();
        String cut =
                title.codePointCount(0, title.length()) <= TITLE_MAX
                        ? title
                        : title.substring(0, title.offsetByCodePoints(0, TITLE_MAX)) + "…";
        return "ticket #" + ticket.number() + ": \"" + cut + "\"";
    }

    private static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
