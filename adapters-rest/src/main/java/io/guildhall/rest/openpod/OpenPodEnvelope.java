package io.guildhall.rest.openpod;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guildhall.application.access.Door;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.rest.problem.Envelope;
import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The openpod document gives no form for refusals: a code, a message and the request's id. */
@Singleton
public final class OpenPodEnvelope implements Envelope {

    /** The door's own base as a literal, so that paths of resources can be made of it. */
    public static final String BASE = "/api/agent/v1";

    @Override
    public Door door() {
        return Door.OPENPOD;
    }

    @Override
    public int status(Problem problem) {
        return meaning(problem.fault()).status();
    }

    @Override
    public Body body(Problem problem, String requestId) {
        return new Body(
                new Cause(code(problem), problem.wireMessage(), problem.wireDetails(), requestId));
    }

    @Schema(name = "OpenPodError")
    public record Body(Cause error) {}

    @Schema(name = "OpenPodErrorCause")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Cause(
            @Schema(description = "A word for programs, such as ticket_wrong_state.") String code,
            @Schema(description = "What was found, and what to do next.") String message,
            @Schema(description = "The fields or parameters at fault; left out when none is.")
                    List<FieldProblem> details,
            @Schema(description = "To be named when you report a fault.") String requestId) {}

    /** The domain's own word where it has one: it says more than the status does. */
    private static String code(Problem problem) {
        String reason = problem.reason();
        return reason == null ? meaning(problem.fault()).code() : reason;
    }

    private record Meaning(int status, String code) {}

    private static Meaning meaning(Fault fault) {
        return switch (fault) {
            case BAD_REQUEST -> new Meaning(400, "bad_request");
            case UNAUTHORIZED -> new Meaning(401, "unauthorized");
            case FORBIDDEN -> new Meaning(403, "forbidden");
            case NOT_FOUND -> new Meaning(404, "not_found");
            case METHOD_NOT_ALLOWED -> new Meaning(405, "method_not_allowed");
            case NOT_ACCEPTABLE -> new Meaning(406, "not_acceptable");
            case WRONG_STATE, TAKEN -> new Meaning(409, "conflict");
            case PAYLOAD_TOO_LARGE -> new Meaning(413, "payload_too_large");
            case UNSUPPORTED_MEDIA_TYPE -> new Meaning(415, "unsupported_media_type");
            case INVALID -> new Meaning(422, "invalid_field");
            case KEY_REUSED -> new Meaning(422, "idempotency_key_reused");
            case RATE_LIMITED -> new Meaning(429, "rate_limited");
            case INTERNAL -> new Meaning(500, "internal_error");
            case UNAVAILABLE -> new Meaning(503, "service_unavailable");
        };
    }
}
