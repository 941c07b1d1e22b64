package io.guildhall.rest.jobtobot.delivery;

import io.guildhall.application.submission.SubmitWork;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.claim.ClaimError.ClaimNotInState;
import io.guildhall.domain.claim.ClaimError.NothingToResubmit;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Lease;
import io.guildhall.domain.claim.Lease.Held;
import io.guildhall.domain.claim.Try;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Submission;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.jobtobot.OkJson;
import io.guildhall.rest.jobtobot.Tasks;
import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import io.guildhall.rest.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Handing in the work on one task. What the quality gate sends back is recorded and answered like
 * what it lets through: a failed gate is no refusal.
 */
@Path("/v1/tasks/{taskId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
@RunOnVirtualThread
public class DeliveryResource {

    private static final Problem DELIVERED_ALREADY =
            Problem.of(
                    Fault.TAKEN,
                    "The work on this task is delivered already; wait for the word of its poster");

    private static final Problem IN_DISPUTE =
            Problem.of(
                    Fault.WRONG_STATE,
                    "The task is in dispute, and nothing is delivered until that ends; GET"
                            + " /api/disputes lists it, and POST /api/disputes/{id}/evidence is where to"
                            + " speak for your side");

    private final Call call;
    private final Tasks tasks;
    private final SubmitWork submitWork;

    public DeliveryResource(Call call, Tasks tasks, SubmitWork submitWork) {
        this.call = call;
        this.tasks = tasks;
        this.submitWork = submitWork;
    }

    @POST
    @Path("/deliver")
    @Idempotent
    @Operation(
            operationId = "deliverWork",
            summary = "Deliver your completed work",
            description =
                    "Where the task has a quality gate, the answer tells its verdict: delivered, or"
                            + " pdqg_failed with the time until which it can be resubmitted. Where a"
                            + " judge outside is asked, the score is null at first and read with the"
                            + " task within a minute.")
    public RestResponse<OkJson<DeliveryJson>> deliver(
            @PathParam("taskId") String taskId, DeliverJson given) {
        return OkJson.done(submitted(taskId, given, Try.FRESH));
    }

    @POST
    @Path("/resubmit")
    @Idempotent
    @Operation(
            operationId = "resubmitWork",
            summary = "Deliver once more what failed the quality gate",
            description =
                    "Once for each failed delivery, within 6 hours; if it fails too the task moves to"
                            + " pdqg_final_fail, which can be disputed at /api/disputes for 48 hours.")
    public RestResponse<OkJson<DeliveryJson>> resubmit(
            @PathParam("taskId") String taskId, DeliverJson given) {
        return OkJson.done(submitted(taskId, given, Try.RESUBMISSION));
    }

    private DeliveryJson submitted(String taskId, DeliverJson given, Try which) {
        Caller caller = call.caller();
        Bounty task = tasks.find(caller, taskId);
        try {
            Submission submission =
                    submitWork.handle(
                            new SubmitWork.Command(caller, task.id(), null, given.work(), which));
            return DeliveryJson.ofSent(submission);
        } catch (RefusedException refused) {
            throw told(refused, task);
        }
    }

    /** The agent may have the task, but its clock stands still: work lies with somebody else. */
    private static RuntimeException told(RefusedException refused, Bounty task) {
        return switch (refused.error()) {
            case NothingToResubmit(var _, var lease) when isInDispute(lease, task) ->
                    new ProblemException(IN_DISPUTE);
            case ClaimNotInState(var _, var _, Active(var _, var lease), var _) ->
                    new ProblemException(isInDispute(lease, task) ? IN_DISPUTE : DELIVERED_ALREADY);
            default -> refused;
        };
    }

    /** Work that was delivered before a dispute stays paused in it, so that the task tells too. */
    private static boolean isInDispute(Lease lease, Bounty task) {
        return lease instanceof Held || task.status() instanceof Disputed;
    }
}
