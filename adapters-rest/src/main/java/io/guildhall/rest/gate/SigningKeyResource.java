package io.guildhall.rest.gate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.rest.token.KeyRing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Renews the key that signs tokens, before its time. */
@Path("/api/admin/signing-keys")
@Tag(name = "Authentication")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SigningKeyResource {

    private final KeyRing ring;
    private final Call call;
    private final Transactions transactions;
    private final Audit audit;

    SigningKeyResource(KeyRing ring, Call call, Transactions transactions, Audit audit) {
        this.ring = ring;
        this.call = call;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Why, which goes to the audit log. */
    @Schema(name = "RotateSigningKey")
    public record RotateJson(@Nullable String reason) {}

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
    public RestResponse<SigningKeyJson> rotate(
            @RequestBody(required = false) @Nullable RotateJson json) {
        Mandate mandate = call.mandate(reason(json));
        mandate.require();
        KeyRing.Key made =
                transactions.run(() -> {
                    KeyRing.Key key = ring.rotate();
                    audit.record(
                            mandate,
                            AdminAct.ROTATE_SIGNING_KEY,
                            AuditSubject.SIGNING_KEYS,
                            Map.of(),
                            Map.of("key_id", key.id()));
                    return key;
                });
        call.afterwards(ring::lookAgain);
        return RestResponse.status(
                RestResponse.Status.CREATED, new SigningKeyJson(made.id(), made.createdAt()));
    }

    /** Rotation needs no cause: it is done by the calendar, too. */
    private static String reason(@Nullable RotateJson json) {
        String given = json == null ? null : json.reason();
        return given == null ? "Keys are rotated" : given;
    }
}
