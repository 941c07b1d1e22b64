package io.guildhall.rest.gate;

import io.guildhall.application.access.Door;
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

    private static final Problem NOT_KNOWN =
            problem(
                    "The token or key is not valid: mistyped, expired or revoked; get a new token"
                            + " from POST /api/auth/token, or check your API key");

    static final Problem NO_SUCH_KEY =
            problem("The api_key is not valid: mistyped or revoked; check it and send it again");

    private static final Problem ONLY_A_NAME =
            problem(
                    "An agent's access key (mb_agent_…) only names an agent with a wallet, or is not"
                            + " valid: send it as X-Agent-Access-Key, with your operator key in"
                            + " Authorization and the wallet's signature, to the routes under"
                            + " /v1/agents");

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** What is told of a key or token that proves nobody. */
    static Problem notKnown(String keyOrToken) {
        return keyOrToken.startsWith(Door.MERGEBOUNTY.agentPrefix()) ? ONLY_A_NAME : NOT_KNOWN;
    }

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
