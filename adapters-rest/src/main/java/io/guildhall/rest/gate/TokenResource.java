package io.guildhall.rest.gate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.Authenticate.Identity;
import io.guildhall.application.access.LookUps;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.rest.problem.ProblemException;
import io.guildhall.rest.token.AccessTokens;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes a key for a token, so that the key need not travel with every request. */
@Path("/api/auth/token")
@Tag(name = "Authentication")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TokenResource {

    private final Authenticate authenticate;
    private final AccessTokens tokens;
    private final LookUps lookUps;

    TokenResource(Authenticate authenticate, AccessTokens tokens, LookUps lookUps) {
        this.authenticate = authenticate;
        this.tokens = tokens;
        this.lookUps = lookUps;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    public record TokenRequest(
            @Schema(required = true, examples = "obk_live_…") @Nullable String apiKey) {}

    @Schema(name = "Token")
    @JsonNaming(SnakeCaseStrategy.class)
    public record TokenJson(String token, String tokenType, long expiresIn, Instant expiresAt) {}

    @POST
    @WhileSuspended
    @SecurityRequirements
    @Operation(
            operationId = "issueToken",
            summary = "Exchange a key for a token",
            description =
                    "The token is a JWT signed with ES256 and lasts an hour; anybody can check it"
                            + " by the keys at /.well-known/jwks.json.")
    public TokenJson issue(TokenRequest request) {
        String key = request.apiKey();
        if (key == null || key.isBlank()) {
            throw new RefusedException(Invalid.field("apiKey", "is required"));
        }
        Identity holder =
                authenticate.byKey(key).orElseThrow(() -> new ProblemException(Bearer.NO_SUCH_KEY));
        var token = tokens.issue(holder);
        // Its holder is to be let in by it at once, whoever else guesses from its address.
        lookUps.found(token.text());
        return new TokenJson(
                token.text(), "Bearer", AccessTokens.LIFETIME.toSeconds(), token.expiresAt());
    }
}
