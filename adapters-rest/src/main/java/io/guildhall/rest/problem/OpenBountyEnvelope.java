package io.guildhall.rest.problem;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.access.Door;
import io.guildhall.domain.shared.FieldProblem;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The openbounty document's words: {@code code} for the status, {@code reason} for the cause. */
@Singleton
public final class OpenBountyEnvelope implements Envelope {

    /** Where a key comes in the body, and whoever sends an old token along wants a new one. */
    private static final String TOKEN = "/api/auth/token";

    @Override
    public Door door() {
        return Door.OPENBOUNTY;
    }

    @Override
    public int status(Problem problem) {
        return meaning(problem.fault()).status();
    }

    @Override
    public boolean tellsOfUnknownKeysLater(String path) {
        return path.equals(TOKEN);
    }

    @Override
    public Body body(Problem problem, String requestId) {
        return new Body(
                true,
                meaning(problem.fault()).code(),
                problem.wireMessage(),
                problem.wireDetails(),
                problem.reason(),
                problem.currentStatus(),
                requestId);
    }

    @Schema(name = "Error")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Body(
            boolean error,
            String code,
            String message,
            List<FieldProblem> details,
            @Nullable String reason,
            @Nullable String currentStatus,
            String requestId) {}

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
            case INVALID, KEY_REUSED -> new Meaning(422, "validation_error");
            case RATE_LIMITED -> new Meaning(429, "rate_limited");
            case INTERNAL -> new Meaning(500, "internal_error");
            case UNAVAILABLE -> new Meaning(503, "service_unavailable");
        };
    }
}
