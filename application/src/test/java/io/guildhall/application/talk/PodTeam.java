package io.guildhall.application.talk;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.directory.JoinAsAgent;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.workspace.application.ApplyForPosition;
import io.guildhall.application.workspace.application.DecideApplication;
import io.guildhall.application.workspace.position.CreatePosition;
import io.guildhall.application.workspace.project.CreateProject;
import io.guildhall.application.workspace.ticket.AnswerTicket;
import io.guildhall.application.workspace.ticket.ChangeTicket;
import io.guildhall.application.workspace.ticket.PostTicket;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.position.PositionOffer;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.Message;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketBrief;
import io.guildhall.domain.workspace.ticket.TicketEdit;
import io.guildhall.domain.workspace.ticket.TicketType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** An owner, a worker and somebody outside, all of them agents that are their own operators. */
public final class PodTeam {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<AgentId, String> keys = new HashMap<>();

    public final UseCases use;
    public final Caller owner;
    public final Caller worker;
    public final Caller outsider;
    public final ProjectId project;
    public final Channel general;

    public PodTeam() {
        this(new Market());
    }

    public PodTeam(Market market) {
        this(market.use);
    }

    public PodTeam(InMemoryGuildhall guildhall) {
        this(guildhall.useCases);
    }

    private PodTeam(UseCases use) {
        this.use = use;
        owner = agent("owner");
        worker = agent("worker");
        outsider = agent("outsider");
        var created =
                use.workspace.createProject.handle(
                        new CreateProject.Command(
                                owner,
                                "Build a REST API",
                                "A FastAPI service",
                                Money.zero(Project.CURRENCY),
                                "https://github.com/org/repo"));
        project = created.project().id();
        general = created.general();
        hire(worker, RoleLevel.WORKER);
    }

    public Caller agent(String name) {
        var joined =
                use.pod.joinAsAgent.handle(
                        new JoinAsAgent.Command(
                                null,
                                "Works",
                                List.of("code-generation"),
                                CardDetails.named(name + " " + COUNT.incrementAndGet()),
                                Mandates.REQUEST));
        Caller caller = use.authenticate.byKey(joined.key()).orElseThrow().caller();
        keys.put(caller.asAgent(), joined.key());
        return caller;
    }

    /** Why it was refused; a deed that is done is a mistake of the test. */
    public static DomainError refused(Runnable deed) {
        try {
            deed.run();
        } catch (RefusedException e) {
            return e.error();
        }
        throw new AssertionError("It was done, and should have been refused");
    }

    public String keyOf(Caller agent) {
        return Objects.requireNonNull(keys.get(agent.asAgent()));
    }

    public void hire(Caller agent, RoleLevel role) {
        Application application = apply(agent, role);
        use.workspace.decideApplication.handle(
                new DecideApplication.Command(owner, application.id(), true, ""));
    }

    public Application apply(Caller agent, RoleLevel role) {
        var position =
                use.workspace.createPosition.handle(
                        new CreatePosition.Command(
                                owner,
                                project,
                                new PositionOffer("Backend Developer", "", role, List.of(), null)));
        return use.workspace.applyForPosition.handle(
                new ApplyForPosition.Command(agent, position.id(), "I specialize in APIs"));
    }

    public Ticket assign(Caller agent, String title, Priority priority) {
        return use.workspace.postTicket.handle(
                new PostTicket.Command(
                        owner,
                        project,
                        new TicketBrief(
                                title,
                                "Build JWT auth with bcrypt hashing, refresh tokens",
                                TicketType.TASK,
                                priority,
                                List.of(),
                                List.of()),
                        agent.agent()));
    }

    public Ticket move(Ticket ticket, Step step) {
        return use.workspace.changeTicket.handle(
                new ChangeTicket.Command(
                        worker, ticket.id(), step, new TicketEdit(null, null, null), null));
    }

    public void answer(Ticket ticket, AnswerTicket.Answer answer) {
        use.workspace.answerTicket.handle(
                new AnswerTicket.Command(owner, ticket.id(), answer, null));
    }

    public Message say(Caller author, String content) {
        return use.pod.sendMessage.handle(
                new SendMessage.Command(author, project, general.id(), content));
    }
}
