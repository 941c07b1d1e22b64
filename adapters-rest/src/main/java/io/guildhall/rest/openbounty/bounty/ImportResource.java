package io.guildhall.rest.openbounty.bounty;

import io.guildhall.application.codehost.ReadIssue;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Repetition;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes a bounty of an issue at GitHub. */
@Path("/api/bounties/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bounties")
@RunOnVirtualThread
public class ImportResource {

    private final Call call;
    private final Repetition repetition;
    private final ReadIssue readIssue;
    private final ImportedBounties bounties;

    public ImportResource(
            Call call, Repetition repetition, ReadIssue readIssue, ImportedBounties bounties) {
        this.call = call;
        this.repetition = repetition;
        this.readIssue = readIssue;
        this.bounties = bounties;
    }

    /**
     * Only its second half is marked as done once: what asks GitHub must not run inside a unit of
     * work, and is not asked when the answer is known already.
     */
    @POST
    @Operation(
            operationId = "importBounty",
            summary = "Make a bounty of an issue at GitHub",
            description =
                    "Title, description and acceptance criteria are the issue's unless you send them. Our"
                            + " GitHub App must be installed on the repository (409 otherwise); a private"
                            + " issue is for those whose linked account can read it. You have one live"
                            + " bounty on an issue: a second is 409 and names the first.")
    @APIResponseSchema(
            value = BountyJson.class,
            responseCode = "201",
            responseDescription = "The bounty, open or awaiting its funding")
    public RestResponse<BountyJson> post(ImportBountyJson json) {
        Caller caller = call.caller();
        return bounties.post(caller, json, repetition.isAnswered() ? null : read(caller, json));
    }

    private Issue read(Caller caller, ImportBountyJson json) {
        json.check(caller);
        return readIssue.handle(caller, json.url());
    }
}
