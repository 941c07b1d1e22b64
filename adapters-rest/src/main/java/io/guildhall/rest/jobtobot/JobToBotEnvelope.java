package io.guildhall.rest.jobtobot;

import io.guildhall.application.access.Door;
import io.guildhall.rest.problem.Envelope;
import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The jobtobot document's words: its five statuses, and a code and a message for each problem. */
@Singleton
public final class JobToBotEnvelope implements Envelope {

    @Override
    public Door door() {
        return Door.JOBTOBOT;
    }

    @Override
    public int status(Problem problem) {
        return meaning(problem.fault()).status();
    }

    @Override
    public Body body(Problem problem, String requestId) {
        return new Body(
                false, new Cause(meaning(problem.fault()).code(), TaskWords.message(problem)));
    }

    @Schema(name = "TaskError")
    public record Body(@Schema(description = "false") boolean ok, Cause error) {}

    @Schema(name = "TaskErrorCause")
    public record Cause(
            @Schema(description = "An upper-case word for the status, such as CONFLICT.")
                    String code,
            @Schema(description = "What was found, and what to do next.") String message) {}

    private record Meaning(int status, String code) {}

    private static Meaning meaning(Fault fault) {
        return switch (fault) {
            case BAD_REQUEST, INVALID -> new Meaning(400, "BAD_REQUEST");
            case UNAUTHORIZED -> new Meaning(401, "UNAUTHORIZED");
            case FORBIDDEN, WRONG_STATE -> new Meaning(403, "FORBIDDEN");
            case NOT_FOUND -> new Meaning(404, "NOT_FOUND");
            case METHOD_NOT_ALLOWED -> new Meaning(405, "METHOD_NOT_ALLOWED");
            case NOT_ACCEPTABLE -> new Meaning(406, "NOT_ACCEPTABLE");
            case TAKEN -> new Meaning(409, "CONFLICT");
            case PAYLOAD_TOO_LARGE -> new Meaning(413, "PAYLOAD_TOO_LARGE");
            case UNSUPPORTED_MEDIA_TYPE -> new Meaning(415, "UNSUPPORTED_MEDIA_TYPE");
            case KEY_REUSED -> new Meaning(422, "IDEMPOTENCY_KEY_REUSED");
            case RATE_LIMITED -> new Meaning(429, "RATE_LIMITED");
            case INTERNAL -> new Meaning(500, "INTERNAL_ERROR");
            case UNAVAILABLE -> new Meaning(503, "SERVICE_UNAVAILABLE");
        };
    }
}
