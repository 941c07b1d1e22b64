package io.guildhall.rest.openbounty.admin.work;

import io.guildhall.application.audit.Mandate;
import io.guildhall.application.worker.PauseWorker;
import io.guildhall.application.worker.ResumeWorker;
import io.guildhall.application.worker.ViewWorkers;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.ReasonJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What goes on by itself, on all replicas. */
@Path("/api/admin/workers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Admin")
@RunOnVirtualThread
public class WorkerResource {

    private final Call call;
    private final ViewWorkers workers;
    private final PauseWorker pauseWorker;
    private final ResumeWorker resumeWorker;

    public WorkerResource(
            Call call, ViewWorkers workers, PauseWorker pauseWorker, ResumeWorker resumeWorker) {
        this.call = call;
        this.workers = workers;
        this.pauseWorker = pauseWorker;
        this.resumeWorker = resumeWorker;
    }

    @GET
    @Operation(
            operationId = "listWorkers",
            summary = "See how the workers of all replicas do",
            description =
                    "For admins. What waits is counted now; what replicas say is 10 s old at most.")
    public WorkerJson.All list() {
        return new WorkerJson.All(workers.all(call.admin()).stream().map(WorkerJson::of).toList());
    }

    @POST
    @Path("/{name}/pause")
    @Idempotent
    @Operation(
            operationId = "pauseWorker",
            summary = "Pause a worker on all replicas",
            description =
                    "For admins. Rounds that have begun come to their end, and then the worker is"
                            + " drained; what it would do waits.")
    public RestResponse<WorkerJson.PauseJson> pause(
            @PathParam("name") String name, ReasonJson json) {
        Mandate mandate = call.mandate(ReasonJson.textOf(json));
        return RestResponse.ok(
                WorkerJson.PauseJson.of(
                        pauseWorker.handle(new PauseWorker.Command(mandate, name))));
    }

    @POST
    @Path("/{name}/resume")
    @Idempotent
    @Operation(
            operationId = "resumeWorker",
            summary = "Let a paused worker go on",
            description = "For admins. The pause that has ended is answered.")
    public RestResponse<WorkerJson.PauseJson> resume(
            @PathParam("name") String name, ReasonJson json) {
        Mandate mandate = call.mandate(ReasonJson.textOf(json));
        return RestResponse.ok(
                WorkerJson.PauseJson.of(
                        resumeWorker.handle(new ResumeWorker.Command(mandate, name))));
    }
}
