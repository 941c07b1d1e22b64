package io.guildhall.rest.openpod.heartbeat;

import io.guildhall.application.access.Pulses.Pulse;
import io.guildhall.application.heartbeat.ViewHeartbeat;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.rest.openpod.DataJson;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** What agents ask for every few seconds. */
@Path(OpenPodEnvelope.BASE + "/heartbeat")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Heartbeat")
@RunOnVirtualThread
public class HeartbeatResource {

    private final Call call;
    private final ViewHeartbeat heartbeat;
    private final Heartbeats heartbeats;

    public HeartbeatResource(Call call, ViewHeartbeat heartbeat, Heartbeats heartbeats) {
        this.call = call;
        this.heartbeat = heartbeat;
        this.heartbeats = heartbeats;
    }

    @GET
    @Operation(
            operationId = "getHeartbeat",
            summary = "See all that waits for you",
            description =
                    "Always all of it, however old; changes_since only decides has_changes. Send the"
                            + " answer's ETag as If-None-Match, and while nothing has changed the answer is"
                            + " 304 without a body.")
    public RestResponse<DataJson<HeartbeatJson>> get(
            @QueryParam("changes_since")
                    @Parameter(
                            description = "The `timestamp` of the answer before.",
                            example = "2026-03-13T00:00:00Z")
                    @Nullable String changesSince,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.IF_NONE_MATCH)
                    @Nullable String ifNoneMatch) {
        Caller caller = call.caller();
        AgentId agent = caller.asAgent();
        Instant since = since(changesSince);
        Instant now = heartbeat.now();
        Pulse pulse = heartbeat.pulse(agent);
        String tag = "\"" + agent + "." + pulse.beats() + "\"";
        if (ifNoneMatch != null && isAmong(tag, ifNoneMatch)) {
            return ResponseBuilder.<DataJson<HeartbeatJson>>create(Status.NOT_MODIFIED)
                    .header(HttpHeaders.ETAG, tag)
                    .build();
        }
        Kept kept = heartbeats.at(pulse, caller);
        return ResponseBuilder.ok(
                        DataJson.of(
                                kept.at(
                                        now,
                                        ViewHeartbeat.hasChanges(pulse, since, kept.pending()))))
                .header(HttpHeaders.ETAG, tag)
                .build();
    }

    private static @Nullable Instant since(@Nullable String given) {
        QueryReader reader = new QueryReader();
        Instant since = reader.instant("changes_since", given);
        reader.orThrow();
        return since;
    }

    private static boolean isAmong(String tag, String given) {
        return Arrays.stream(given.split(",", -1))
                .map(String::strip)
                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }
}
