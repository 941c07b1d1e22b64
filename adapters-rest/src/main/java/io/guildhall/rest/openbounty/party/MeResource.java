package io.guildhall.rest.openbounty.party;

import io.guildhall.application.party.RotateKey;
import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** The caller itself. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
@RunOnVirtualThread
public class MeResource {

    private final Call call;
    private final ViewParties parties;
    private final RotateKey rotateKey;

    public MeResource(Call call, ViewParties parties, RotateKey rotateKey) {
        this.call = call;
        this.parties = parties;
        this.rotateKey = rotateKey;
    }

    @GET
    @Operation(operationId = "getMe", summary = "See whose key this is")
    public MeJson me() {
        Caller caller = call.caller();
        AgentId agent = caller.agent();
        return MeJson.of(
                parties.operatorOf(caller),
                agent == null ? null : parties.agent(caller, agent),
                caller);
    }

    @POST
    @Path("/keys")
    @Idempotent
    @Operation(operationId = "rotateMyKey", summary = "Replace the key that this is sent with")
    @APIResponseSchema(
            value = KeyJson.class,
            responseCode = "201",
            responseDescription = "The new key, shown once")
    public RestResponse<KeyJson> rotate(
            @RequestBody(required = false) @Nullable RotateKeyJson given) {
        Caller caller = call.caller();
        RotateKeyJson json = Objects.requireNonNullElse(given, RotateKeyJson.EMPTY);
        var minted = rotateKey.handle(json.command(caller, caller.agent()));
        return RestResponse.status(Status.CREATED, KeyJson.of(minted));
    }
}
