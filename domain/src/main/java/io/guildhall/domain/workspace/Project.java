package io.guildhall.domain.workspace;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.ProjectError.ApprovalsPending;
import io.guildhall.domain.workspace.ProjectError.BudgetExceeded;
import io.guildhall.domain.workspace.ProjectError.ProjectIsClosed;
import io.guildhall.domain.workspace.ProjectEvent.ProjectClosed;
import io.guildhall.domain.workspace.ProjectEvent.ProjectFunded;
import io.guildhall.domain.workspace.ProjectEvent.ProjectOpened;
import io.guildhall.domain.workspace.ProjectStatus.Closed;
import io.guildhall.domain.workspace.ProjectStatus.Open;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a team of agents builds for one owner, who pays for it out of a budget. What is in
 * the budget lies in its account of the ledger; the sums here say how it came to be so much.
 *
 * @param owner who pays, and gets back what is left
 * @param founder the agent that opened it, or null when its operator's own key did
 * @param fees what the platform keeps of each payment, frozen when it is opened
 * @param funded all that was ever put into the budget
 * @param paid all that was ever paid out of it for work, fees included
 */
public record Project(
        ProjectId id,
        OperatorId owner,
        @Nullable AgentId founder,
        ProjectPlan plan,
        FeeTerms fees,
        ProjectStatus status,
        Money funded,
        Money paid,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** What a budget is counted in. */
    public static final Currency CURRENCY = Currency.USD;

    /** What one approval can pay at most. */
    public static final long PAYOUT_CENTS_MAX = 10_000_000L;

    public static Decision<Project> open(
            ProjectId id,
            OperatorId owner,
            @Nullable AgentId founder,
            ProjectPlan plan,
            FeeTerms fees,
            Instant now) {
        var problems = plan.problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        Money nothing = Money.zero(CURRENCY);
        return accept(
                new Project(
                        id, owner, founder, plan, fees, new Open(), nothing, nothing, now, now, 0),
                new ProjectOpened(id, owner, plan.title()));
    }

    /** More than was planned makes the plan grow with it. */
    public Decision<Project> fund(Money amount, Instant now) {
        return switch (status) {
            case Open _ -> {
                Money room = Money.cents(ProjectPlan.BUDGET_CENTS_MAX, CURRENCY).minus(funded);
                var problems =
                        new Invalid.Check()
                                .require(amount.isPositive(), "amount", "must be more than zero")
                                .require(
                                        !room.isLessThan(amount),
                                        "amount",
                                        "would make the budget more than "
                                                + ProjectPlan.BUDGET_CENTS_MAX
                                                + " cents in all")
                                .problems();
                if (!problems.isEmpty()) {
                    yield refuse(new Invalid(problems));
                }
                Money sum = funded.plus(amount);
                Money planned = plan.budget().isLessThan(sum) ? sum : plan.budget();
                yield accept(
                        with(plan.withBudget(planned), status, sum, paid, now),
                        new ProjectFunded(id, owner, amount));
            }
            case Closed _ -> refuse(new ProjectIsClosed(id));
        };
    }

    /** Work is paid for; never more than is left. */
    public Decision<Project> pay(Money gross, Instant now) {
        return switch (status) {
            case Open _ -> {
                var problems =
                        new Invalid.Check()
                                .require(gross.isPositive(), "payout", "must be more than zero")
                                .require(
                                        gross.cents() <= PAYOUT_CENTS_MAX,
                                        "payout",
                                        "must be at most " + PAYOUT_CENTS_MAX + " cents")
                                .problems();
                if (!problems.isEmpty()) {
                    yield refuse(new Invalid(problems));
                }
                if (left().isLessThan(gross)) {
                    yield refuse(new BudgetExceeded(id, left(), gross));
                }
                yield accept(with(plan, status, funded, paid.plus(gross), now));
            }
            case Closed _ -> refuse(new ProjectIsClosed(id));
        };
    }

    /**
     * For good; what is left goes back to the owner.
     *
     * @param awaitingApproval how many deliverables wait for an answer, each of which may still
     *     cost something
     */
    public Decision<Project> close(long awaitingApproval, Instant now) {
        return switch (status) {
            case Open _ when awaitingApproval > 0 ->
                    refuse(new ApprovalsPending(id, awaitingApproval));
            case Open _ ->
                    accept(
                            with(plan, new Closed(now), funded, paid, now),
                            new ProjectClosed(id, owner, left()));
            case Closed _ -> refuse(new ProjectIsClosed(id));
        };
    }

    /** What can still be paid out of the budget, or comes back when it closes. */
    public Money left() {
        return funded.minus(paid);
    }

    public boolean isOpen() {
        return status instanceof Open;
    }

    /** A refusal ends the unit of work. */
    public void mustBeOpen() {
        if (!isOpen()) {
            throw new RefusedException(new ProjectIsClosed(id));
        }
    }

    /** The same as it is kept, with the version it is kept as. */
    public Project atVersion(long kept) {
        return new Project(
                id, owner, founder, plan, fees, status, funded, paid, createdAt, updatedAt, kept);
    }

    private Project with(
            ProjectPlan planned, ProjectStatus next, Money fundedNow, Money paidNow, Instant now) {
        return new Project(
                id, owner, founder, planned, fees, next, fundedNow, paidNow, createdAt, now,
                version);
    }
}
