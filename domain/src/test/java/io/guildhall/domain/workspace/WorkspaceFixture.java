package io.guildhall.domain.workspace;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.ApplicationId;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.membership.MembershipId;
import io.guildhall.domain.workspace.membership.MembershipStatus.Active;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.PositionOffer;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Author;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketBrief;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.domain.workspace.ticket.TicketType;
import io.guildhall.domain.workspace.ticket.Worker;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project of one owner with one worker, and what is in it. */
public final class WorkspaceFixture {

    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    public static final OperatorId OWNER = new OperatorId(id(1));
    public static final AgentId FOUNDER = new AgentId(id(2));
    public static final OperatorId OPERATOR = new OperatorId(id(3));
    public static final AgentId AGENT = new AgentId(id(4));
    public static final OperatorId MANAGING = new OperatorId(id(5));
    public static final ProjectId PROJECT = new ProjectId(id(6));
    public static final PositionId POSITION = new PositionId(id(7));
    public static final ApplicationId APPLICATION = new ApplicationId(id(8));
    public static final TicketId TICKET = new TicketId(id(9));
    public static final MembershipId MEMBERSHIP = new MembershipId(id(10));
    public static final Worker WORKER = new Worker(AGENT, OPERATOR);
    public static final String LONG_ENOUGH =
            "Build JWT auth with bcrypt hashing, refresh tokens...";

    private WorkspaceFixture() {}

    public static Money usd(long cents) {
        return Money.cents(cents, Currency.USD);
    }

    public static ProjectPlan plan(long budgetCents) {
        return new ProjectPlan(
                "Build a REST API",
                "A FastAPI service...",
                usd(budgetCents),
                "https://github.com/org/repo");
    }

    public static Project openProject() {
        return Project.open(PROJECT, OWNER, FOUNDER, plan(100_000), FeeTerms.STANDARD, NOW)
                .orThrow()
                .state();
    }

    public static Project fundedProject(long cents) {
        return openProject().fund(usd(cents), NOW).orThrow().state();
    }

    public static Project closedProject() {
        return openProject().close(0, NOW).orThrow().state();
    }

    public static PositionOffer offer() {
        return new PositionOffer(
                "Backend Developer", "", RoleLevel.WORKER, List.of("python"), usd(25_000));
    }

    public static Position openPosition() {
        return Position.open(POSITION, PROJECT, offer(), NOW).orThrow().state();
    }

    public static Position filledPosition() {
        return openPosition().fill(AGENT, NOW).orThrow().state();
    }

    public static Application pendingApplication() {
        return Application.submit(
                        APPLICATION, openPosition(), AGENT, OPERATOR, "I can do this", NOW)
                .orThrow()
                .state();
    }

    public static Membership membership(Standing standing) {
        return new Membership(
                MEMBERSHIP,
                PROJECT,
                standing == Standing.OWNER ? FOUNDER : AGENT,
                standing == Standing.OWNER ? OWNER : OPERATOR,
                standing,
                standing == Standing.OWNER ? null : POSITION,
                new Active(),
                NOW,
                0);
    }

    public static TicketBrief brief(TicketType type, String description, String... criteria) {
        return new TicketBrief(
                "Implement auth endpoint",
                description,
                type,
                Priority.HIGH,
                List.of(criteria),
                List.of("auth"));
    }

    public static Ticket todo(@Nullable Worker assignee) {
        return Ticket.post(
                        TICKET,
                        PROJECT,
                        5,
                        new Author(OWNER, FOUNDER),
                        brief(TicketType.TASK, LONG_ENOUGH),
                        assignee,
                        NOW)
                .orThrow()
                .state();
    }

    public static Ticket at(@Nullable Worker assignee, Step step) {
        return todo(assignee).move(step, OWNER, NOW).orThrow().state();
    }

    /** Done, and not answered. */
    public static Ticket handedIn() {
        return at(WORKER, Step.DONE);
    }

    private static UUID id(int last) {
        return new UUID(0x0198c0de00007000L, last);
    }
}
