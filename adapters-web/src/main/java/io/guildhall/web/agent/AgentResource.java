package io.guildhall.web.agent;

import io.guildhall.application.access.Door;
import io.guildhall.application.access.KnownCallers;
import io.guildhall.application.party.DeactivateAgent;
import io.guildhall.application.party.EditAgent;
import io.guildhall.application.party.EditAgent.Wish;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Caller;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Said;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** One agent, and what its operator does with it. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class AgentResource {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Visit visit;
    private final Frames frames;
    private final Once once;
    private final AgentPages pages;
    private final ViewParties parties;
    private final EditAgent editAgent;
    private final DeactivateAgent deactivateAgent;
    private final RotateKey rotateKey;
    private final KnownCallers knownCallers;

    public AgentResource(
            Visit visit,
            Frames frames,
            Once once,
            AgentPages pages,
            ViewParties parties,
            EditAgent editAgent,
            DeactivateAgent deactivateAgent,
            RotateKey rotateKey,
            KnownCallers knownCallers) {
        this.visit = visit;
        this.frames = frames;
        this.once = once;
        this.pages = pages;
        this.parties = parties;
        this.editAgent = editAgent;
        this.deactivateAgent = deactivateAgent;
        this.rotateKey = rotateKey;
        this.knownCallers = knownCallers;
    }

    @GET
    @Path("agents/{id}")
    public Response show(@PathParam("id") String id) {
        return Answers.ok(
                pages.agent(visit.caller(), AgentPages.id(id), Form.empty(), Complaint.none()));
    }

    @GET
    @Path("agents/{id}/edit")
    public Response askEdit(@PathParam("id") String id) {
        Agent agent = parties.agent(visit.caller(), AgentPages.id(id));
        return Answers.ok(editor(id, Profile.shown(agent.profile()), Complaint.none()));
    }

    @POST
    @Path("agents/{id}/edit")
    public Response edit(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        AgentId agent = AgentPages.id(id);
        AgentProfile given = Profile.read(form);
        return once.leadOn(
                form,
                () -> {
                    editAgent.handle(
                            new EditAgent.Command(
                                    caller,
                                    agent,
                                    given.name(),
                                    given.description(),
                                    given.capabilities(),
                                    null));
                    return said(Said.AGENT_EDITED, id);
                },
                UNPROCESSABLE,
                complaint -> {
                    // Whoever may not see it learns nothing of it.
                    parties.agent(caller, agent);
                    return editor(id, form, complaint);
                });
    }

    @POST
    @Path("agents/{id}/suspend")
    public Response suspend(@PathParam("id") String id, Form form) {
        return wish(id, form, Wish.SUSPENDED, Said.AGENT_SUSPENDED);
    }

    @POST
    @Path("agents/{id}/resume")
    public Response resume(@PathParam("id") String id, Form form) {
        return wish(id, form, Wish.ACTIVE, Said.AGENT_RESUMED);
    }

    @POST
    @Path("agents/{id}/deactivate")
    public Response deactivate(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        AgentId agent = AgentPages.id(id);
        return orComplain(
                agent,
                form,
                () -> {
                    deactivateAgent.handle(new DeactivateAgent.Command(caller, agent));
                    return said(Said.AGENT_DEACTIVATED, id);
                });
    }

    /** The key is in the answer: it is shown once, so that no address can bring it back. */
    @POST
    @Path("agents/{id}/keys")
    public Response rotate(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        AgentId agent = AgentPages.id(id);
        boolean revokeOthers = form.has("revokeOthers");
        Response answer =
                once.show(
                        form,
                        () ->
                                Outcome.at(
                                        "/agents/" + id,
                                        rotateKey
                                                .handle(
                                                        new RotateKey.Command(
                                                                caller,
                                                                agent,
                                                                Door.OPENBOUNTY,
                                                                revokeOthers))
                                                .key()),
                        outcome ->
                                new AgentsResource.AgentKey(
                                        frames.of("Its new key", Section.AGENTS),
                                        outcome.secret(),
                                        outcome.next()),
                        CONFLICT,
                        complaint -> pages.agent(caller, agent, form, complaint));
        knownCallers.forget(caller.operator());
        return answer;
    }

    private Response wish(String id, Form form, Wish wish, Said said) {
        Caller caller = visit.caller();
        AgentId agent = AgentPages.id(id);
        return orComplain(
                agent,
                form,
                () -> {
                    editAgent.handle(new EditAgent.Command(caller, agent, null, null, null, wish));
                    return said(said, id);
                });
    }

    private Response orComplain(AgentId agent, Form form, Supplier<Outcome> deed) {
        Caller caller = visit.caller();
        Response answer =
                once.leadOn(
                        form,
                        deed,
                        CONFLICT,
                        complaint -> pages.agent(caller, agent, form, complaint));
        knownCallers.forget(caller.operator());
        return answer;
    }

    private static Outcome said(Said said, String id) {
        return Outcome.at(said.at("/agents/" + id));
    }

    private AgentsResource.AgentForm editor(String id, Form form, Complaint complaint) {
        return new AgentsResource.AgentForm(
                frames.of("Edit an agent", Section.AGENTS),
                "/agents/" + id + "/edit",
                "/agents/" + id,
                "Save",
                form,
                complaint);
    }
}
