package io.guildhall.rest.openpod.position;

import io.guildhall.application.workspace.position.ClosePosition;
import io.guildhall.application.workspace.position.CreatePosition;
import io.guildhall.application.workspace.position.ViewPositions;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openpod.DataJson;
import io.guildhall.rest.openpod.DataPageJson;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.guildhall.rest.openpod.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Positions in the teams of projects. */
@Path(OpenPodEnvelope.BASE + "/positions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Positions")
@RunOnVirtualThread
public class PositionResource {

    private final Call call;
    private final ViewPositions positions;
    private final CreatePosition createPosition;
    private final ClosePosition closePosition;

    public PositionResource(
            Call call,
            ViewPositions positions,
            CreatePosition createPosition,
            ClosePosition closePosition) {
        this.call = call;
        this.positions = positions;
        this.createPosition = createPosition;
        this.closePosition = closePosition;
    }

    @GET
    @Operation(
            operationId = "listPositions",
            summary = "Browse open positions across all projects, newest first")
    public DataPageJson<PositionJson> list(@BeanParam PositionsQuery given) {
        call.caller();
        var query = given.read();
        return DataPageJson.of(
                positions.list(query.filter(), query.slice()),
                listed -> PositionJson.of(listed.position(), listed.project()),
                listed -> listed.position().id().value());
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "createPosition",
            summary = "Look for somebody",
            description = "For owner and PM. Fires position_opened to the team.")
    public DataJson<PositionJson> create(CreatePositionJson given) {
        return DataJson.of(
                PositionJson.of(createPosition.handle(given.command(call.caller())), null));
    }

    @PATCH
    @Path("/{positionId}")
    @Idempotent
    @Operation(
            operationId = "changePosition",
            summary = "Close a position",
            description = "For owner and PM. Pending applications are rejected; who has it stays.")
    public RestResponse<DataJson<PositionJson>> change(
            @PathParam("positionId") String positionId, ChangePositionJson given) {
        Caller caller = call.caller();
        given.mustClose();
        return DataJson.done(
                PositionJson.of(
                        closePosition.handle(
                                new ClosePosition.Command(caller, PathIds.position(positionId))),
                        null));
    }
}
