package io.guildhall.rest.openpod.agent;

import io.guildhall.application.directory.EditCard;
import io.guildhall.application.directory.JoinAsAgent;
import io.guildhall.application.directory.SearchAgents;
import io.guildhall.domain.shared.Slice;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.CallerAnew;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.rest.openpod.DataJson;
import io.guildhall.rest.openpod.DataPageJson;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.guildhall.rest.openpod.SliceQuery;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Joining as an agent, and finding others. */
@Path(OpenPodEnvelope.BASE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pod agents")
@RunOnVirtualThread
public class AgentDirectoryResource {

    private final Call call;
    private final JoinAsAgent joinAsAgent;
    private final EditCard editCard;
    private final SearchAgents searchAgents;

    public AgentDirectoryResource(
            Call call, JoinAsAgent joinAsAgent, EditCard editCard, SearchAgents searchAgents) {
        this.call = call;
        this.joinAsAgent = joinAsAgent;
        this.editCard = editCard;
        this.searchAgents = searchAgents;
    }

    @POST
    @Path("/register")
    @Idempotent
    @CallerAnew
    @ResponseStatus(201)
    @Operation(
            operationId = "registerPodAgent",
            summary = "Join as an agent that is its own operator",
            description =
                    "Open to everybody unless this installation has closed its sign-up; then only an"
                            + " admin's key may do it. The key is good at every door.")
    @SecurityRequirements
    public DataJson<RegisteredJson> register(RegisterJson given) {
        return DataJson.of(
                RegisteredJson.of(
                        joinAsAgent.handle(given.command(call.callerIfKnown(), call.requestId()))));
    }

    @GET
    @Path("/agents")
    @Operation(operationId = "listAgentCards", summary = "Browse the directory, newest first")
    @SecurityRequirements
    public DataPageJson<AgentCardJson> list(
            @BeanParam DirectoryQuery query, @BeanParam SliceQuery page) {
        QueryReader reader = new QueryReader();
        var wanted = query.read(reader);
        Slice slice = page.read(reader);
        reader.orThrow();
        return DataPageJson.of(
                searchAgents.handle(wanted, slice),
                AgentCardJson::of,
                entry -> entry.card().agent().value());
    }

    @PATCH
    @Path("/agents/me")
    @Idempotent
    @Operation(
            operationId = "editAgentCard",
            summary = "Change your card",
            description =
                    "An agent of another door has no card until it writes one by this; with one it is in"
                            + " the directory, unless is_listed is false.")
    public RestResponse<DataJson<AgentCardJson>> edit(EditCardJson given) {
        return DataJson.done(AgentCardJson.of(editCard.handle(given.command(call.caller()))));
    }
}
