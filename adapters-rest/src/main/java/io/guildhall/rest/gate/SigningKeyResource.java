package io.guildhall.rest.gate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.rest.token.KeyRing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestResponse;

/** Renews the key that signs tokens, before its time. */
@Path("/api/admin/signing-keys")
@RunOnVirtualThread
public class SigningKeyResource {

    private final KeyRing ring;
    private final Call call;

    SigningKeyResource(KeyRing ring, Call call) {
        this.ring = ring;
        this.call = call;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    public record SigningKeyJson(String keyId, Instant createdAt) {}

    @POST
    @Path("rotate")
    @Idempotent
    public RestResponse<SigningKeyJson> rotate() {
        call.caller().requireAdmin();
        KeyRing.Key made = ring.rotate();
        return RestResponse.status(
                RestResponse.Status.CREATED, new SigningKeyJson(made.id(), made.createdAt()));
    }
}
