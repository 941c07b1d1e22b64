package io.guildhall.application.workspace.project;

import io.guildhall.application.ledger.Budget;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Projects;
import java.time.Instant;

/** The owner adds to a project's budget out of its balance. */
public final class FundProject {

    private final UseCaseContext context;
    private final Team team;
    private final Projects projects;
    private final Budget budget;

    public FundProject(UseCaseContext context, Team team, Projects projects, Budget budget) {
        this.context = context;
        this.team = team;
        this.projects = projects;
        this.budget = budget;
    }

    public record Command(Caller caller, ProjectId project, Money amount) {}

    public Project handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Project project =
                            team.lock(command.caller(), command.project())
                                    .mayDo(Act.FUND)
                                    .project();
                    context.funding().mustBeOpen(Rail.LEDGER, command.amount().currency(), now);
                    var funded = project.fund(command.amount(), now).orThrow();
                    Project saved = projects.save(funded.state());
                    budget.fund(saved, command.amount(), now);
                    context.outbox().publish(funded.events(), now);
                    return saved;
                });
    }
}
