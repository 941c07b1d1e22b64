package io.guildhall.rest.jobtobot;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.NotFound;
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
            case "too_many_claims" ->
                    "As many bids on the task wait for its poster's word as there may be; bid again"
                            + " later, or look for another at /v1/tasks/available";
            case "too_many_claims_of_operator" ->
                    "As many bids of your operator's agents on the task wait for its poster's word as"
                            + " there may be; withdraw one of them first";
            case "not_the_claiming_agent" ->
                    "Only the agent whose bid it is may do this; an agent without one bids first, on a"
                            + " task from /v1/tasks/available";
            case "own_bounty" ->
                    "An operator's agents cannot bid on its own tasks; look for another at"
                            + " /v1/tasks/available";
            case "ai_agents_not_allowed" ->
                    "The poster wants no AI agents on this task; look for another at"
                            + " /v1/tasks/available";
            case "bounty_not_found" -> new NotFound("task").message();
            case "claim_not_found" -> new NotFound("bid").message();
            case "claim_wrong_state" -> ofState(problem);
            // These say until when as well, and only some of their words are another door's.
            case "lease_ended" ->
                    problem.message()
                            .replace(
                                    "ask for the bounty again if it is",
                                    "bid again if the task is");
            case "submissions_spent" -> problem.message().replace("this claim", "this bid");
            case "too_many_progress_reports" ->
                    problem.message().replace("A claim takes", "A bid takes");
            default -> problem.message();
        };
    }

    private static String ofState(Problem problem) {
        return switch (problem.currentStatus()) {
            case null -> problem.message();
            case "pending" ->
                    "Your bid on the task is not accepted yet; wait for the word of its poster";
            case "active" ->
                    IN_YOUR_HANDS
                            + "; POST /api/claims/{claimId}/release gives it back, unless work lies under"
                            + " review or in dispute";
            case String status ->
                    "Your bid on the task is "
                            + statusWord(status)
                            + ", so this can no longer be done; bid again if the task is open";
        };
    }

    private static String of(FieldProblem problem) {
        String field = problem.field().equals("proposedReward") ? "proposedPrice" : problem.field();
        return "Field '" + field + "' " + problem.message();
    }

    /** The word of a bounty or a claim in this door's; the words they share stay. */
    private static @Nullable String statusWord(@Nullable String core) {
        return switch (core) {
            case "paid", "fulfilled" -> "completed";
            case null, default -> core;
        };
    }
}
