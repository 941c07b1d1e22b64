package io.guildhall.rest.openbounty.timer;

import io.guildhall.application.access.ClockOffset;
import io.guildhall.application.timer.AdvanceClock;
import io.guildhall.application.timer.AdvanceClock.Advanced;
import io.guildhall.application.timer.CatchUpWithClock;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The clock of a sandbox, which can be moved forward so that a week passes in a second. */
@Path("/api/test/clock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sandbox")
@RunOnVirtualThread
public class TestClockResource {

    private final Call call;
    private final MarketClock clock;
    private final ClockOffset offset;
    private final AdvanceClock advanceClock;
    private final CatchUpWithClock catchUp;

    public TestClockResource(
            Call call,
            MarketClock clock,
            ClockOffset offset,
            AdvanceClock advanceClock,
            CatchUpWithClock catchUp) {
        this.call = call;
        this.clock = clock;
        this.offset = offset;
        this.advanceClock = advanceClock;
        this.catchUp = catchUp;
    }

    @GET
    @Operation(
            operationId = "getClock",
            summary = "See what time it is in the sandbox",
            description = "In sandbox installations only; elsewhere there is no such resource.")
    public ClockJson read() {
        Caller caller = call.caller();
        sandboxed();
        // Another replica may have moved it this moment.
        clock.refresh();
        return ClockJson.of(clock.instant(), offset.read(), caller.isAdmin());
    }

    @POST
    @Path("/advance")
    @Idempotent
    @Operation(
            operationId = "advanceClock",
            summary = "Let time pass in the sandbox, as an admin",
            description =
                    "Whatever becomes due meanwhile has happened when this is answered. In sandbox"
                            + " installations only; elsewhere there is no such resource.")
    public RestResponse<ClockJson> advance(AdvanceClockJson given) {
        call.caller();
        AdvanceClock advance = sandboxed();
        Advanced moved = advance.handle(given.command(call.mandate(given.reasonOrUsual())));
        call.afterwards(catchUp::handle);
        return RestResponse.ok(ClockJson.of(moved.now(), moved.offset(), true));
    }

    private AdvanceClock sandboxed() {
        if (!advanceClock.isOffered()) {
            throw new NotFoundException("The clock can be moved in sandbox installations only");
        }
        return advanceClock;
    }
}
