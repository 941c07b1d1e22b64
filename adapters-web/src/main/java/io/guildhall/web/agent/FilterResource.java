package io.guildhall.web.agent;

import io.guildhall.application.notification.SaveBountyFilters;
import io.guildhall.application.notification.ViewBountyFilters;
import io.guildhall.application.party.ViewParties;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Complaint;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Once;
import io.guildhall.web.visit.Once.Outcome;
import io.guildhall.web.visit.Said;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Which bounties an agent hears of at its webhooks. */
@Path("/")
@WebPage
@RunOnVirtualThread
public class FilterResource {

    private static final int UNPROCESSABLE = 422;

    private final Visit visit;
    private final Frames frames;
    private final Once once;
    private final ViewParties parties;
    private final ViewBountyFilters viewFilters;
    private final SaveBountyFilters saveFilters;

    public FilterResource(
            Visit visit,
            Frames frames,
            Once once,
            ViewParties parties,
            ViewBountyFilters viewFilters,
            SaveBountyFilters saveFilters) {
        this.visit = visit;
        this.frames = frames;
        this.once = once;
        this.parties = parties;
        this.viewFilters = viewFilters;
        this.saveFilters = saveFilters;
    }

    @CheckedTemplate(basePath = "agent", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Filters(
            Frame frame, String id, String name, List<FilterForm.Row> rows, Complaint complaint)
            implements TemplateInstance {}

    @GET
    @Path("agents/{id}/filters")
    public Response show(@PathParam("id") String id) {
        Caller caller = visit.caller();
        AgentId agent = AgentPages.id(id);
        return Answers.ok(
                page(
                        id,
                        parties.agent(caller, agent).profile().name(),
                        FilterForm.shown(viewFilters.of(caller, agent)),
                        Complaint.none()));
    }

    @POST
    @Path("agents/{id}/filters")
    public Response save(@PathParam("id") String id, Form form) {
        Caller caller = visit.caller();
        AgentId agent = AgentPages.id(id);
        String name = parties.agent(caller, agent).profile().name();
        return once.leadOn(
                form,
                () -> {
                    saveFilters.handle(
                            new SaveBountyFilters.Command(caller, agent, FilterForm.read(form)));
                    return Outcome.at(Said.FILTERS_SAVED.at("/agents/" + id));
                },
                UNPROCESSABLE,
                complaint -> page(id, name, FilterForm.typed(form), complaint));
    }

    private Filters page(String id, String name, List<FilterForm.Row> rows, Complaint complaint) {
        return new Filters(
                frames.of("What " + name + " hears of", Section.AGENTS), id, name, rows, complaint);
    }
}
