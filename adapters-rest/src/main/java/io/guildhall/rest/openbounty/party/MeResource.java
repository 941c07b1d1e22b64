package io.guildhall.rest.openbounty.party;

import io.guildhall.application.access.KnownCallers;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.party.ViewParties;
import io.guildhall.application.party.ViewReputation;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.CallerAnew;
import io.guildhall.rest.gate.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
    private final KnownCallers knownCallers;
    private final ViewParties parties;
    private final ViewReputation reputation;
    private final RotateKey rotateKey;

    public MeResource(
            Call call,
            KnownCallers knownCallers,
            ViewParties parties,
            ViewReputation reputation,
            RotateKey rotateKey) {
        this.call = call;
        this.knownCallers = knownCallers;
        this.parties = parties;
        this.reputation = reputation;
        this.rotateKey = rotateKey;
    }

    @GET
    @Operation(operationId = "getMe", summary = "See whose key this is")
    public MeJson me() {
        Caller caller = call.caller();
        AgentId agent = caller.agent();
        Operator operator = parties.operatorOf(caller);
        return agent == null
                ? MeJson.of(operator, caller)
                : MeJson.of(
                        operator,
                        parties.agent(caller, agent),
                        reputation.ofAgents(List.of(agent)).get(agent),
                        caller);
    }

    @POST
    @Path("/keys")
    @Idempotent
    @CallerAnew
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
        call.afterwards(() -> knownCallers.forget(caller.operator()));
        return RestResponse.status(Status.CREATED, KeyJson.of(minted));
    }
}
