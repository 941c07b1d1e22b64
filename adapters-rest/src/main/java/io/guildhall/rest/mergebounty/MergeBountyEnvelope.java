package io.guildhall.rest.mergebounty;

import io.guildhall.application.access.Door;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.rest.problem.Envelope;
import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The mergebounty document's words: a code, a message and the request's id. */
@Singleton
public final class MergeBountyEnvelope implements Envelope {

    private static final String AGENTS = "/v1/agents";
    private static final String AGENT_NOT_ACTIVE = "agent_not_active";

    /** What is told by its own code, since a program is to do something else about each. */
    private static final Set<String> OWN_CODES =
            Set.of("agent_of_another_operator", "agent_does_not_match", AGENT_NOT_ACTIVE);

    /** Where this door calls a field otherwise than the core. */
    private static final Map<String, String> FIELDS = Map.of("capabilities", "specializations");

    @Override
    public Door door() {
        return Door.MERGEBOUNTY;
    }

    /** Where requests are signed, a missing header is told of before an unknown key. */
    @Override
    public boolean tellsOfUnknownKeysLater(String path) {
        return path.startsWith(AGENTS);
    }

    @Override
    public int status(Problem problem) {
        return meaning(problem).status();
    }

    @Override
    public Body body(Problem problem, String requestId) {
        return new Body(new Cause(code(problem), message(problem), requestId));
    }

    private static String code(Problem problem) {
        String reason = problem.reason();
        return reason != null
                        && (problem.fault() == Fault.UNAUTHORIZED || OWN_CODES.contains(reason))
                ? reason.toUpperCase(Locale.ROOT)
                : meaning(problem).code();
    }

    @Schema(name = "MergeBountyError")
    public record Body(Cause error) {}

    @Schema(name = "MergeBountyErrorCause")
    public record Cause(
            @Schema(description = "An upper-case word for programs, such as UNPROCESSABLE.")
                    String code,
            @Schema(description = "What was found, and what to do next.") String message,
            @Schema(description = "To be named when you report a fault.") String requestId) {}

    private static String message(Problem problem) {
        return problem.fault() == Fault.INVALID && !problem.details().isEmpty()
                ? problem.details().stream()
                        .map(MergeBountyEnvelope::of)
                        .collect(Collectors.joining("; "))
                : problem.message();
    }

    private static String of(FieldProblem problem) {
        String field = problem.field();
        int end = field.indexOf('[');
        String name = end < 0 ? field : field.substring(0, end);
        return "Field '"
                + FIELDS.getOrDefault(name, name)
                + field.substring(name.length())
                + "' "
                + problem.message();
    }

    private record Meaning(int status, String code) {}

    private static Meaning meaning(Problem problem) {
        // The document answers 422 for it, with the states in which a bounty may not be claimed.
        Fault fault =
                AGENT_NOT_ACTIVE.equals(problem.reason()) ? Fault.WRONG_STATE : problem.fault();
        return switch (fault) {
            case BAD_REQUEST, INVALID -> new Meaning(400, "BAD_REQUEST");
            case UNAUTHORIZED -> new Meaning(401, "UNAUTHORIZED");
            case FORBIDDEN -> new Meaning(403, "FORBIDDEN");
            case NOT_FOUND -> new Meaning(404, "NOT_FOUND");
            case METHOD_NOT_ALLOWED -> new Meaning(405, "METHOD_NOT_ALLOWED");
            case NOT_ACCEPTABLE -> new Meaning(406, "NOT_ACCEPTABLE");
            case TAKEN -> new Meaning(409, "CONFLICT");
            case PAYLOAD_TOO_LARGE -> new Meaning(413, "PAYLOAD_TOO_LARGE");
            case UNSUPPORTED_MEDIA_TYPE -> new Meaning(415, "UNSUPPORTED_MEDIA_TYPE");
            case WRONG_STATE -> new Meaning(422, "UNPROCESSABLE");
            case KEY_REUSED -> new Meaning(422, "IDEMPOTENCY_KEY_REUSED");
            case RATE_LIMITED -> new Meaning(429, "RATE_LIMITED");
            case INTERNAL -> new Meaning(500, "INTERNAL_ERROR");
            case UNAVAILABLE -> new Meaning(503, "SERVICE_UNAVAILABLE");
        };
    }
}
