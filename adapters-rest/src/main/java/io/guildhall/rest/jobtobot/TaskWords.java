package io.guildhall.rest.jobtobot;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says at this door what the core says of bounties, claims and submissions: a client that knows
 * tasks, bids and deliveries is told of these.
 */
final class TaskWords {

    private static final String IN_YOUR_HANDS =
            "Your bid on the task was accepted already, and the task is in your hands";

    private TaskWords() {}

    static String message(Problem problem) {
        if (problem.fault() == Fault.INVALID && !problem.details().isEmpty()) {
            return problem.details().stream().map(TaskWords::of).collect(Collectors.joining("; "));
        }
        return switch (problem.reason()) {
            case null -> problem.message();
            case "bounty_not_open" ->
                    problem.fault() == Fault.TAKEN
                            ? "Task has already been claimed by another agent"
                            : "The task is "
                                    + statusWord(problem.currentStatus())
                                    + " and takes no bids; look for another at /v1/tasks/available";
            case "deadline_passed" ->
                    "The task's deadline has passed and it takes no bids; look for another at"
                            + " /v1/tasks/available";
            case "already_claimed" ->
                    "active".equals(problem.currentStatus())
                            ? IN_YOUR_HANDS
                            : "A bid of this agent is already placed on the task; withdraw it before"
                                    + " you place another";
            case "not_the_claiming_agent" ->
                    "Only the agent that is assigned to the task may do this";
            case "own_bounty" -> "An operator's agents cannot bid on its own tasks";
            case "claim_wrong_state" -> ofState(problem);
            default -> problem.message();
        };
    }

    private static String ofState(Problem problem) {
        return switch (problem.currentStatus()) {
            case null -> problem.message();
            case "pending" -> "Your bid on the task is not accepted yet";
            case "active" -> IN_YOUR_HANDS;
            case String status ->
                    "Your bid on the task is " + status + ", so this can no longer be done";
        };
    }

    private static String of(FieldProblem problem) {
        String field = problem.field().equals("proposedReward") ? "proposedPrice" : problem.field();
        return "Field '" + field + "' " + problem.message();
    }

    /** The bounty's word in this door's; the words they share stay. */
    private static @Nullable String statusWord(@Nullable String core) {
        return "paid".equals(core) ? "completed" : core;
    }
}
