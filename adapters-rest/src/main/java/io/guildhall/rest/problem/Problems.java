package io.guildhall.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.guildhall.application.access.AccessError.IdempotencyKeyReused;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.StorageUnavailable;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Finds the problem in whatever was thrown; what nobody foresaw keeps its inside to itself. */
public final class Problems {

    /** What a caller waits before it tries again when nothing better is known. */
    private static final String RETRY_AFTER_SECONDS = "1";

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    /** What to tell the caller; what our own people must know of it is in the log. */
    public static Problem explain(Throwable thrown) {
        Problem problem = of(thrown);
        if (problem.fault() == Fault.INTERNAL) {
            LOG.error("A request failed", thrown);
        } else if (isOurTrouble(problem, thrown)) {
            LOG.warnf("A request could not be served: %s", thrown.getMessage());
        }
        return problem;
    }

    /** A refusal is an ordinary answer, even the one that asks to come again. */
    private static boolean isOurTrouble(Problem problem, Throwable thrown) {
        return problem.fault() == Fault.UNAVAILABLE && !(thrown instanceof RefusedException);
    }

    static Problem of(Throwable thrown) {
        return switch (thrown) {
            case RefusedException refused -> refusal(refused.error());
            case ProblemException found -> found.problem();
            case BadRequestException bad ->
                    new Problem(
                            Fault.BAD_REQUEST,
                            String.valueOf(bad.getMessage()),
                            bad.problems(),
                            null,
                            null,
                            Map.of());
            case JsonProcessingException json -> JsonProblems.of(json);
            case WebApplicationException web -> ofHttp(web);
            case IOException _ ->
                    Problem.of(Fault.BAD_REQUEST, "The request could not be read to its end");
            default -> isDatabaseAway(thrown) ? refusal(new StorageUnavailable(false)) : internal();
        };
    }

    static Problem internal() {
        return Problem.of(
                Fault.INTERNAL,
                "Something went wrong on our side and was logged; nothing you sent is to blame");
    }

    private static Problem unavailable() {
        return Problem.of(Fault.UNAVAILABLE, "A part of the service is away; try again in a moment")
                .with("Retry-After", RETRY_AFTER_SECONDS);
    }

    private static Problem refusal(DomainError error) {
        Problem problem =
                new Problem(
                        error instanceof IdempotencyKeyReused
                                ? Fault.KEY_REUSED
                                : Fault.of(error.kind()),
                        error.message(),
                        error.problems(),
                        error.code(),
                        error.currentStatus(),
                        Map.of());
        return error.kind() == DomainError.Kind.UNAVAILABLE
                ? problem.with("Retry-After", retryAfter(error))
                : problem;
    }

    private static String retryAfter(DomainError error) {
        Duration asked = error.retryAfter();
        return asked == null
                ? RETRY_AFTER_SECONDS
                : String.valueOf(Math.max(1, asked.plusMillis(999).toSeconds()));
    }

    private static Problem ofHttp(WebApplicationException web) {
        return switch (web.getCause()) {
            case JsonProcessingException json -> JsonProblems.of(json);
            case BadRequestException bad -> of(bad);
            case Throwable _ when web instanceof NotFoundException ->
                    Problem.of(
                            Fault.BAD_REQUEST,
                            "A parameter in the path or the query has the wrong form");
            case null, default -> ofStatus(web);
        };
    }

    private static Problem ofStatus(WebApplicationException web) {
        var response = web.getResponse();
        return switch (response.getStatus()) {
            case 401 ->
                    Problem.of(Fault.UNAUTHORIZED, "Missing or invalid authentication token")
                            .with("WWW-Authenticate", "Bearer");
            case 403 -> Problem.of(Fault.FORBIDDEN, "This is not allowed");
            case 404 ->
                    Problem.of(
                            Fault.NOT_FOUND,
                            "There is nothing at this path; GET /api shows the way around");
            case 405 ->
                    Problem.of(
                            Fault.METHOD_NOT_ALLOWED,
                            "This path does not know that method; GET /q/openapi describes which it does");
            case 406 ->
                    Problem.of(
                            Fault.NOT_ACCEPTABLE, "This path does not answer in that media type");
            case 409 -> Problem.of(Fault.WRONG_STATE, "This contradicts the present state");
            case 413 -> Problem.of(Fault.PAYLOAD_TOO_LARGE, "The body is too large");
            case 415 ->
                    Problem.of(
                            Fault.UNSUPPORTED_MEDIA_TYPE,
                            "Send the body as JSON, with 'Content-Type: application/json'");
            case 503 -> unavailable();
            default ->
                    response.getStatus() >= 500
                            ? internal()
                            : Problem.of(Fault.BAD_REQUEST, "The request cannot be understood");
        };
    }

    /**
     * A pool that waited in vain tells no SQL state; classes 08, 53, 57 and 58 are the server's.
     */
    private static boolean isDatabaseAway(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state == null || state.matches("(08|53|57|58).*"));
    }
}
