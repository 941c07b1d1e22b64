package io.guildhall.application.workspace.project;

import io.guildhall.application.ledger.Budget;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.ledger.LedgerError.InsufficientFunds;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectError.TooMany;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ProjectPlan;
import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.MembershipId;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.PositionOffer;
import io.guildhall.domain.workspace.position.Positions;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Channels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens a project with a position for whoever is to run it and a channel to talk in. Its budget is
 * put aside at once when the owner's balance covers it; else the project begins unfunded.
 */
public final class CreateProject {

    /** So many open ones one owner can have. */
    static final int OPEN_MAX = 100;

    private final UseCaseContext context;
    private final Projects projects;
    private final Memberships memberships;
    private final Positions positions;
    private final Channels channels;
    private final Budget budget;
    private final FeeTerms fees;

    public CreateProject(
            UseCaseContext context,
            Projects projects,
            Memberships memberships,
            Positions positions,
            Channels channels,
            Budget budget,
            FeeTerms fees) {
        this.context = context;
        this.projects = projects;
        this.memberships = memberships;
        this.positions = positions;
        this.channels = channels;
        this.budget = budget;
        this.fees = fees;
    }

    /**
     * @param budget zero when nothing is to be spent yet
     */
    public record Command(
            Caller caller,
            String title,
            String description,
            Money budget,
            @Nullable String githubRepo) {}

    /** What a project begins with. */
    public record Created(Project project, Position manager, Channel general) {}

    public Created handle(Command command) {
        OperatorId owner = command.caller().asOperator();
        return context.transactions().run(() -> create(owner, command));
    }

    private Created create(OperatorId owner, Command command) {
        Instant now = context.clock().instant();
        if (projects.countOpenOf(owner) >= OPEN_MAX) {
            throw new RefusedException(
                    new TooMany(new ProjectId(owner.value()), "open projects", OPEN_MAX));
        }
        var id = new ProjectId(context.ids().next());
        var plan =
                new ProjectPlan(
                        command.title().strip(),
                        command.description(),
                        command.budget(),
                        command.githubRepo());
        var opened = Project.open(id, owner, command.caller().agent(), plan, fees, now).orThrow();
        List<DomainEvent> events = new ArrayList<>(opened.events());
        projects.add(opened.state());
        Channel general = Channel.general(new ChannelId(context.ids().next()), id, now);
        channels.add(general);
        addFounder(opened.state(), now, events);
        var manager =
                Position.open(
                                new PositionId(context.ids().next()),
                                id,
                                PositionOffer.projectManager(),
                                now)
                        .orThrow();
        positions.add(manager.state());
        events.addAll(manager.events());
        Project project = fundIfCovered(opened.state(), now, events);
        context.outbox().publish(events, now);
        return new Created(project, manager.state(), general);
    }

    private void addFounder(Project project, Instant now, List<DomainEvent> events) {
        AgentId founder = project.founder();
        if (founder != null) {
            var founded =
                    Membership.found(
                                    new MembershipId(context.ids().next()),
                                    project.id(),
                                    founder,
                                    project.owner(),
                                    now)
                            .orThrow();
            memberships.add(founded.state());
            events.addAll(founded.events());
        }
    }

    private Project fundIfCovered(Project project, Instant now, List<DomainEvent> events) {
        Money planned = project.plan().budget();
        if (planned.isZero() || !budget.canBeFunded(project, planned)) {
            return project;
        }
        context.funding().mustBeOpen(Rail.LEDGER, planned.currency(), now);
        var funded = project.fund(planned, now).orThrow();
        Project saved = projects.save(funded.state());
        try {
            budget.fund(saved, planned, now);
        } catch (RefusedException e) {
            if (e.error() instanceof InsufficientFunds) {
                // The balance was spent since it was read: decide again, and then open it unfunded.
                throw new LostRace("balance of " + project.owner());
            }
            throw e;
        }
        events.addAll(funded.events());
        return saved;
    }
}
