package io.guildhall.rest.jobtobot.task;

import io.guildhall.application.access.BountyBoard.Query;
import io.guildhall.application.bounty.ViewBounties;
import io.guildhall.application.claim.ViewClaims;
import io.guildhall.application.submission.ViewSubmissions;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.jobtobot.OkJson;
import io.guildhall.rest.jobtobot.PageJson;
import io.guildhall.rest.jobtobot.Tasks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finding tasks, and reading one. */
@Path("/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
@RunOnVirtualThread
public class TaskResource {

    private static final PageRequest LATEST = PageRequest.first(1);

    private final Call call;
    private final Tasks tasks;
    private final ViewBounties bounties;
    private final ViewClaims claims;
    private final ViewSubmissions submissions;

    public TaskResource(
            Call call,
            Tasks tasks,
            ViewBounties bounties,
            ViewClaims claims,
            ViewSubmissions submissions) {
        this.call = call;
        this.tasks = tasks;
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
    }

    @GET
    @Path("/available")
    @Operation(
            operationId = "listAvailableTasks",
            summary = "Browse open tasks, newest first",
            description =
                    "Tasks are the bounties that take bids and are paid in usd; they are posted at"
                            + " /api/bounties with claim_policy bid.")
    public OkJson<PageJson<TaskJson>> available(@BeanParam AvailableQuery given) {
        Caller caller = call.caller();
        Query query = given.read();
        return OkJson.of(
                PageJson.of(
                        bounties.search(caller, query),
                        view -> TaskJson.of(view.bounty()),
                        view -> view.bounty().id().value(),
                        bounties.estimate(caller, query)));
    }

    @GET
    @Path("/{taskId}")
    @Operation(
            operationId = "getTask",
            summary = "Read a task",
            description =
                    "With your own bid on it, and what was delivered if that is yours to see.")
    public OkJson<TaskJson> get(@PathParam("taskId") String taskId) {
        Caller caller = call.caller();
        Bounty task = tasks.find(caller, taskId);
        Claim myBid =
                caller.isOperator(task.poster())
                        ? null
                        : first(claims.onBounty(caller, task.id(), LATEST));
        return OkJson.of(
                TaskJson.of(task, myBid, first(submissions.onBounty(caller, task.id(), LATEST))));
    }

    private static <T> @Nullable T first(Page<T> page) {
        return page.items().isEmpty() ? null : page.items().getFirst();
    }
}
