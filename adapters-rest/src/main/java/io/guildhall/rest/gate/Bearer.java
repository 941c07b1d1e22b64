package io.guildhall.rest.gate;

import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import java.util.Optional;

/** The header by which a caller shows its key or token, and what it is told when that fails. */
final class Bearer {

    static final Problem MISSING =
            problem(
                    "Missing or invalid authentication token; send 'Authorization: Bearer <token>'"
                            + " with a token from POST /api/auth/token, or with your API key");

    static final Problem NOT_BEARER =
            problem(
                    "The Authorization header has the wrong form; send 'Authorization: Bearer"
                            + " <token>' with a token from POST /api/auth/token, or with your API"
                            + " key");

    static final Problem NOT_KNOWN =
            problem(
                    "The token or key is not valid: mistyped, expired or revoked; get a new token"
                            + " from POST /api/auth/token, or check your API key");

    static final Problem NO_SUCH_KEY =
            problem("The api_key is not valid: mistyped or revoked; check it and send it again");

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** Empty when the header has another scheme, or nothing after it. */
    static Optional<String> in(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(authorization.substring(SCHEME.length()).strip())
                .filter(keyOrToken -> !keyOrToken.isEmpty());
    }

    private static Problem problem(String message) {
        return Problem.of(Fault.UNAUTHORIZED, message).with("WWW-Authenticate", "Bearer");
    }
}
