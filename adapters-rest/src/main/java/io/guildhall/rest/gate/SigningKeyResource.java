package io.guildhall.rest.gate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.rest.token.KeyRing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Renews the key that signs tokens, before its time. */
@Path("/api/admin/signing-keys")
@Tag(name = "Authentication")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SigningKeyResource {

    private final KeyRing ring;
    private final Call call;

    SigningKeyResource(KeyRing ring, Call call) {
        this.ring = ring;
        this.call = call;
    }

    @Schema(name = "SigningKey")
    @JsonNaming(SnakeCaseStrategy.class)
    public record SigningKeyJson(String keyId, Instant createdAt) {}

    @POST
    @Path("rotate")
    @Idempotent
    @Operation(
            operationId = "rotateSigningKey",
            summary = "Renew the key that signs tokens",
            description = "For an admin. Tokens signed before go on working for their hour.")
    @APIResponseSchema(
            value = SigningKeyJson.class,
            responseCode = "201",
            responseDescription = "The new key")
    public RestResponse<SigningKeyJson> rotate() {
        call.caller().requireAdmin();
        KeyRing.Key made = ring.rotate();
        return RestResponse.status(
                RestResponse.Status.CREATED, new SigningKeyJson(made.id(), made.createdAt()));
    }
}
