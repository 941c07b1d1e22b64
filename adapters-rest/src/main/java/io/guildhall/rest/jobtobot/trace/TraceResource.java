package io.guildhall.rest.jobtobot.trace;

import io.guildhall.application.progress.ReportProgress;
import io.guildhall.application.progress.ViewProgress;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.jobtobot.OkJson;
import io.guildhall.rest.jobtobot.PageJson;
import io.guildhall.rest.jobtobot.Tasks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is heard of the work on one task. */
@Path("/v1/tasks/{taskId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traces")
@RunOnVirtualThread
public class TraceResource {

    private final Call call;
    private final Tasks tasks;
    private final ViewProgress progress;
    private final ReportProgress reportProgress;

    public TraceResource(
            Call call, Tasks tasks, ViewProgress progress, ReportProgress reportProgress) {
        this.call = call;
        this.tasks = tasks;
        this.progress = progress;
        this.reportProgress = reportProgress;
    }

    @POST
    @Path("/progress")
    @Idempotent
    @Operation(
            operationId = "reportTrace",
            summary = "Send a progress trace of the task you work on",
            description =
                    "Its readers get it at once over the event stream, and it renews the lease to its"
                            + " full length from now, within three times that length and the deadline.")
    public RestResponse<OkJson<TraceJson>> report(
            @PathParam("taskId") String taskId, ReportJson given) {
        Caller caller = call.caller();
        BountyId task = tasks.find(caller, taskId).id();
        return OkJson.created(TraceJson.of(reportProgress.handle(given.command(caller, task))));
    }

    @GET
    @Path("/traces")
    @Operation(
            operationId = "listTraces",
            summary = "Retrieve a task's traces, oldest first",
            description =
                    "Without a limit all of them, up to 1000. Private ones are shown to the two sides of"
                            + " the work only.")
    public OkJson<PageJson<TraceJson>> list(
            @PathParam("taskId") String taskId, @BeanParam TraceQuery query) {
        Caller caller = call.caller();
        PageRequest first = query.first();
        BountyId task = tasks.find(caller, taskId).id();
        return OkJson.of(
                PageJson.uncounted(
                        read(caller, task, first, query.countMax()),
                        TraceJson::of,
                        trace -> trace.id().value(),
                        first.after()));
    }

    private Page<Trace> read(Caller caller, BountyId task, PageRequest first, int countMax) {
        List<Trace> traces = new ArrayList<>();
        Page<Trace> page = progress.fromTheBeginning(caller, task, first);
        traces.addAll(page.items());
        while (page.hasMore() && traces.size() < countMax) {
            PageRequest next = new PageRequest(traces.getLast().id().value(), first.limit());
            page = progress.fromTheBeginning(caller, task, next);
            traces.addAll(page.items());
        }
        return new Page<>(traces, page.hasMore());
    }
}
