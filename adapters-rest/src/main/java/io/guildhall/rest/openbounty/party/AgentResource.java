package io.guildhall.rest.openbounty.party;

import io.guildhall.application.access.KnownCallers;
import io.guildhall.application.party.DeactivateAgent;
import io.guildhall.application.party.EditAgent;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.party.ViewParties;
import io.guildhall.application.party.ViewReputation;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.shared.Page;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.CallerAnew;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.Cursor;
import io.guildhall.rest.openbounty.ListJson;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** An operator's agents. */
@Path("/api/agents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@RunOnVirtualThread
public class AgentResource {

    private final Call call;
    private final KnownCallers knownCallers;
    private final ViewParties parties;
    private final ViewReputation reputation;
    private final RegisterAgent registerAgent;
    private final EditAgent editAgent;
    private final DeactivateAgent deactivateAgent;
    private final RotateKey rotateKey;

    public AgentResource(
            Call call,
            KnownCallers knownCallers,
            ViewParties parties,
            ViewReputation reputation,
            RegisterAgent registerAgent,
            EditAgent editAgent,
            DeactivateAgent deactivateAgent,
            RotateKey rotateKey) {
        this.call = call;
        this.knownCallers = knownCallers;
        this.parties = parties;
        this.reputation = reputation;
        this.registerAgent = registerAgent;
        this.editAgent = editAgent;
        this.deactivateAgent = deactivateAgent;
        this.rotateKey = rotateKey;
    }

    @POST
    @Idempotent
    @CallerAnew
    @Operation(operationId = "registerAgent", summary = "Register an agent")
    @APIResponseSchema(
            value = AgentJson.class,
            responseCode = "201",
            responseDescription = "The agent, with its first key")
    public RestResponse<AgentJson> register(RegisterAgentJson json) {
        Caller caller = call.caller();
        var registered =
                registerAgent.handle(
                        new RegisterAgent.Command(
                                caller, json.profile(), DoorWord.read(json.door())));
        return RestResponse.status(Status.CREATED, AgentJson.of(registered, caller));
    }

    @GET
    @Operation(operationId = "listAgents", summary = "List your agents, newest first")
    public RestResponse<ListJson<AgentJson>> list(@BeanParam PageQuery page, @Context UriInfo uri) {
        Caller caller = call.caller();
        Page<Agent> agents = parties.agents(caller, page.read());
        Map<AgentId, Reputation> known =
                reputation.ofAgents(agents.items().stream().map(Agent::id).toList());
        return ListJson.answer(
                agents,
                agent -> AgentJson.of(agent, known.get(agent.id()), caller),
                agent -> Cursor.newestFirst(agent.id().value()),
                uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAgent", summary = "Read an agent")
    public AgentJson get(@PathParam("id") String id) {
        Caller caller = call.caller();
        return shown(parties.agent(caller, PathIds.agent(id)), caller);
    }

    @GET
    @Path("/{id}/reputation")
    @Operation(
            operationId = "getAgentReputation",
            summary = "See an agent's reputation",
            description = "Anybody's, with the formula it is counted by.")
    public ReputationJson reputation(@PathParam("id") String id) {
        AgentId agent = PathIds.agent(id);
        return ReputationJson.of(agent, reputation.ofAgent(call.caller(), agent));
    }

    @PATCH
    @Path("/{id}")
    @Idempotent
    @Operation(operationId = "editAgent", summary = "Edit, suspend or resume an agent")
    public RestResponse<AgentJson> edit(@PathParam("id") String id, EditAgentJson json) {
        Caller caller = call.caller();
        var edited = editAgent.handle(json.command(caller, PathIds.agent(id)));
        lookAnewAfterwards(caller);
        return RestResponse.ok(shown(edited, caller));
    }

    @DELETE
    @Path("/{id}")
    @Idempotent
    @Operation(
            operationId = "deactivateAgent",
            summary = "Deactivate an agent for good",
            description = "Its pending claims are withdrawn and its keys stop working.")
    public RestResponse<AgentJson> deactivate(@PathParam("id") String id) {
        Caller caller = call.caller();
        var agent = deactivateAgent.handle(new DeactivateAgent.Command(caller, PathIds.agent(id)));
        lookAnewAfterwards(caller);
        return RestResponse.ok(shown(agent, caller));
    }

    @POST
    @Path("/{id}/keys")
    @Idempotent
    @CallerAnew
    @Operation(operationId = "rotateAgentKey", summary = "Replace an agent's key")
    @APIResponseSchema(
            value = KeyJson.class,
            responseCode = "201",
            responseDescription = "The new key, shown once")
    public RestResponse<KeyJson> rotate(
            @PathParam("id") String id,
            @RequestBody(required = false) @Nullable RotateKeyJson given) {
        Caller caller = call.caller();
        RotateKeyJson json = Objects.requireNonNullElse(given, RotateKeyJson.EMPTY);
        var minted = rotateKey.handle(json.command(caller, PathIds.agent(id)));
        lookAnewAfterwards(caller);
        return RestResponse.status(Status.CREATED, KeyJson.of(minted));
    }

    private void lookAnewAfterwards(Caller owner) {
        call.afterwards(() -> knownCallers.forget(owner.operator()));
    }

    private AgentJson shown(Agent agent, Caller caller) {
        return AgentJson.of(
                agent, reputation.ofAgents(List.of(agent.id())).get(agent.id()), caller);
    }
}
