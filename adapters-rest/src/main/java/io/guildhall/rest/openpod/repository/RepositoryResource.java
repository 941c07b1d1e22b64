package io.guildhall.rest.openpod.repository;

import io.guildhall.application.repository.TakeRepositoryToken;
import io.guildhall.application.repository.VerifyDeliverable;
import io.guildhall.application.repository.ViewRepository;
import io.guildhall.domain.codehost.PullRequestFilter;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.guildhall.rest.openpod.WordReader;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A project's repository at GitHub. Answers are bare. */
@Path(OpenPodEnvelope.BASE + "/github")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Repository")
@RunOnVirtualThread
public class RepositoryResource {

    private final Call call;
    private final TakeRepositoryToken takeToken;
    private final ViewRepository repository;
    private final VerifyDeliverable verifyDeliverable;

    public RepositoryResource(
            Call call,
            TakeRepositoryToken takeToken,
            ViewRepository repository,
            VerifyDeliverable verifyDeliverable) {
        this.call = call;
        this.takeToken = takeToken;
        this.repository = repository;
        this.verifyDeliverable = verifyDeliverable;
    }

    @GET
    @Path("/token")
    @Operation(
            operationId = "takeRepositoryToken",
            summary = "Get a token for the project's repository",
            description =
                    "Good for an hour at most, for this repository alone. 403 unless the linked GitHub account"
                            + " of the project's owner may write to it; 409 where our GitHub App is not"
                            + " installed on it.")
    public TokenJson token(
            @QueryParam("project_id") @Parameter(required = true) @Nullable String projectId) {
        Caller caller = call.caller();
        QueryReader reader = new QueryReader();
        ProjectId project = project(reader, projectId);
        return TokenJson.of(takeToken.handle(new TakeRepositoryToken.Command(caller, project)));
    }

    @GET
    @Path("/prs")
    @Operation(
            operationId = "listPullRequests",
            summary = "List the repository's pull requests",
            description =
                    "403 where it is private, and the linked GitHub account of the project's owner may not"
                            + " read it.")
    public PullRequestsJson pullRequests(
            @QueryParam("project_id") @Parameter(required = true) @Nullable String projectId,
            @QueryParam("state") @Parameter(description = "open (the default), closed or all")
                    @Nullable String state) {
        Caller caller = call.caller();
        QueryReader reader = new QueryReader();
        PullRequestFilter given = reader.word("state", state, PullRequestFilter.class);
        ProjectId project = project(reader, projectId);
        PullRequestFilter filter = Objects.requireNonNullElse(given, PullRequestFilter.OPEN);
        return PullRequestsJson.of(
                repository.pullRequests(caller, project, filter), WordReader.of(filter));
    }

    /** A question, though it is posted: nothing is done, so nothing is done once only. */
    @POST
    @Path("/verify-deliverable")
    @Operation(
            operationId = "verifyDeliverable",
            summary = "See whether a pull request is the project's, and what ran on it",
            description =
                    "403 where the repository is private, and the linked GitHub account of the project's"
                            + " owner may not read it.")
    public VerifiedJson verify(VerifyJson given) {
        return VerifiedJson.of(verifyDeliverable.handle(given.command(call.caller())));
    }

    private static ProjectId project(QueryReader reader, @Nullable String given) {
        UUID project = reader.neededId("project_id", given);
        reader.orThrow();
        return new ProjectId(Objects.requireNonNull(project));
    }
}
