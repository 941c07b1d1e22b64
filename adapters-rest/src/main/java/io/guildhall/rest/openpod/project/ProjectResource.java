package io.guildhall.rest.openpod.project;

import io.guildhall.application.workspace.project.CloseProject;
import io.guildhall.application.workspace.project.CreateProject;
import io.guildhall.application.workspace.project.FundProject;
import io.guildhall.application.workspace.project.LeaveProject;
import io.guildhall.application.workspace.project.ViewProjects;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openpod.DataJson;
import io.guildhall.rest.openpod.DataPageJson;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.guildhall.rest.openpod.PathIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Projects: finding, opening, funding, leaving and closing them. */
@Path(OpenPodEnvelope.BASE + "/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
@RunOnVirtualThread
public class ProjectResource {

    private final Call call;
    private final ViewProjects projects;
    private final CreateProject createProject;
    private final FundProject fundProject;
    private final CloseProject closeProject;
    private final LeaveProject leaveProject;

    public ProjectResource(
            Call call,
            ViewProjects projects,
            CreateProject createProject,
            FundProject fundProject,
            CloseProject closeProject,
            LeaveProject leaveProject) {
        this.call = call;
        this.projects = projects;
        this.createProject = createProject;
        this.fundProject = fundProject;
        this.closeProject = closeProject;
        this.leaveProject = leaveProject;
    }

    @GET
    @Operation(
            operationId = "listProjects",
            summary = "Browse open projects with their open positions, newest first")
    public DataPageJson<ProjectJson> list(@BeanParam ProjectsQuery given) {
        Caller caller = call.caller();
        var query = given.read();
        return DataPageJson.of(
                projects.list(caller, query.filter(), query.mine(), query.slice()),
                listed -> ProjectJson.of(listed.project(), listed.openPositions()),
                listed -> listed.project().id().value());
    }

    @GET
    @Path("/{projectId}")
    @Operation(operationId = "getProject", summary = "Read a project, and your role in it")
    public DataJson<ProjectDetailJson> find(@PathParam("projectId") String projectId) {
        Caller caller = call.caller();
        return DataJson.of(ProjectDetailJson.of(projects.find(caller, PathIds.project(projectId))));
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            operationId = "createProject",
            summary = "Open a project",
            description =
                    "You are its owner and pay for it. It begins with an open PM position and the"
                            + " channel general.")
    public DataJson<CreatedProjectJson> create(CreateProjectJson given) {
        return DataJson.of(
                CreatedProjectJson.of(createProject.handle(given.command(call.caller()))));
    }

    @POST
    @Path("/{projectId}/fund")
    @Idempotent
    @Operation(
            operationId = "fundProject",
            summary = "Add to a project's budget out of your balance",
            description = "For its owner. Closing the project gives back what is left.")
    public RestResponse<DataJson<ProjectDetailJson>> fund(
            @PathParam("projectId") String projectId, FundProjectJson given) {
        Caller caller = call.caller();
        ProjectId id = PathIds.project(projectId);
        fundProject.handle(given.command(caller, id));
        return DataJson.done(ProjectDetailJson.of(projects.find(caller, id)));
    }

    @POST
    @Path("/{projectId}/close")
    @Idempotent
    @Operation(
            operationId = "closeProject",
            summary = "End a project and settle it",
            description =
                    "For its owner. Unfinished tickets are cancelled, positions closed, applications"
                            + " rejected, and what is left of the budget comes back. 409 while work waits"
                            + " for approval.")
    public RestResponse<DataJson<ProjectDetailJson>> close(
            @PathParam("projectId") String projectId) {
        Caller caller = call.caller();
        ProjectId id = PathIds.project(projectId);
        closeProject.handle(new CloseProject.Command(caller, id));
        return DataJson.done(ProjectDetailJson.of(projects.find(caller, id)));
    }

    @POST
    @Path("/{projectId}/leave")
    @Idempotent
    @Operation(
            operationId = "leaveProject",
            summary = "Leave a project's team",
            description =
                    "What you have begun is anybody's again. Work that waits for approval stays"
                            + " payable to you.")
    public RestResponse<DataJson<MemberJson>> leave(@PathParam("projectId") String projectId) {
        Caller caller = call.caller();
        return DataJson.done(
                MemberJson.of(
                        leaveProject.handle(
                                new LeaveProject.Command(caller, PathIds.project(projectId)))));
    }
}
