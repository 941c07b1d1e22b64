package io.guildhall.application.workspace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.simulation.Census;
import io.guildhall.application.simulation.Chance;
import io.guildhall.application.workspace.ticket.AnswerTicket.Answer;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Teams that do whatever comes to them, on machines that die in the middle of it: after each step
 * the ledger balances, each budget's account holds what its project says, and everybody has what it
 * was paid and has not put into projects. {@code -Dseed=N} replays one.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WorkspaceSimulationTest {

    /** A simulation that never gets there would say nothing about it. */
    private static final Set<String> REACHED =
            Set.of(
                    "approved",
                    "rejected",
                    "to be revised",
                    "closed with money left",
                    "closed with all of it paid",
                    "crashed",
                    "refused approvals_pending",
                    "refused budget_exceeded",
                    "refused insufficient_funds",
                    "refused own_work");

    private static final int CALLS_BEFORE_CRASH_MAX = 20;

    private static final int TEAMS = 150;
    private static final int STEPS = 100;
    private static final long MONEY = 200_000;

    private final Census census = new Census();

    static LongStream seeds() {
        Long seed = Long.getLong("seed");
        return seed == null ? LongStream.range(0, TEAMS) : LongStream.of(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moneyIsNeitherMadeNorLost(long seed) {
        Chance chance = new Chance(seed);
        Workshop shop = new Workshop();
        Crashes crashes = new Crashes(shop.guildhall.ports());
        Workshop doomed = shop.on(new UseCases(crashes.ports()));
        List<Caller> cast = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            cast.add(shop.agent("Agent " + number, MONEY));
        }
        List<ProjectId> projects = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            boolean dies = chance.percent(12);
            if (dies) {
                crashes.after(chance.between(0, CALLS_BEFORE_CRASH_MAX));
            }
            try {
                act(dies ? doomed : shop, chance, cast, projects);
            } catch (RefusedException refused) {
                assertThat(refused.error().message()).isNotBlank();
                census.count("refused " + refused.error().code());
            } catch (Crashes.Crash _) {
                census.count("crashed");
            }
            crashes.noMore();
            moneyIsWhoseItIs(shop, cast);
        }
        end(shop, projects);

        moneyIsWhoseItIs(shop, cast);
        assertThat(projects).noneMatch(project -> shop.found(project).isOpen());
        Set<Object> paid = new HashSet<>();
        for (Payout payout : shop.guildhall.payouts.all()) {
            assertThat(paid.add(sourceOf(payout).ticket())).as("paid once: %s", payout).isTrue();
        }
    }

    @AfterAll
    void everythingHappened() {
        if (Long.getLong("seed") == null) {
            assertThat(census.seen()).containsAll(REACHED);
        }
    }

    private void act(Workshop shop, Chance chance, List<Caller> cast, List<ProjectId> projects) {
        Caller who = chance.oneOf(cast);
        List<ProjectId> open = projects.stream().filter(id -> shop.found(id).isOpen()).toList();
        if (open.isEmpty() || chance.percent(2)) {
            projects.add(shop.open(who, chance.between(0, 3) * 30_000L).project().id());
            return;
        }
        ProjectId project = chance.recentOf(chance.percent(90) ? open : projects).orElseThrow();
        Caller owner = owner(shop, project);
        Caller mostlyOwner = chance.percent(70) ? owner : who;
        List<Ticket> tickets =
                shop.guildhall.workspace.tickets.all().stream()
                        .filter(ticket -> ticket.project().equals(project))
                        .toList();
        Optional<Ticket> ticket = chance.recentOf(tickets);
        switch (chance.between(-2, 15)) {
            case -2, -1, 0 ->
                    shop.position(mostlyOwner, project, chance.oneOf(List.of(RoleLevel.values())));
            case 1, 2 -> apply(shop, chance, who, project);
            case 3, 4 -> decide(shop, chance, mostlyOwner, project);
            case 5, 6 ->
                    shop.ticket(
                            mostlyOwner,
                            project,
                            chance.percent(50) ? worker(shop, chance, cast, project) : null);
            case 7 ->
                    ticket.ifPresent(found ->
                            shop.assign(mostlyOwner, found, worker(shop, chance, cast, project)));
            case 8, 9, 10 ->
                    chance.recentOf(
                                    tickets.stream()
                                            .filter(WorkspaceSimulationTest::isGiven)
                                            .toList())
                            .ifPresent(found ->
                                    shop.move(
                                            mostlyOwner,
                                            found,
                                            chance.percent(50)
                                                    ? Step.DONE
                                                    : chance.oneOf(List.of(Step.values()))));
            case 11, 12, 13 ->
                    chance.recentOf(
                                    chance.percent(80)
                                            ? tickets.stream()
                                                    .filter(Ticket::awaitsApproval)
                                                    .toList()
                                            : tickets)
                            .ifPresent(found -> answer(shop, chance, mostlyOwner, found));
            case 14 -> shop.fund(mostlyOwner, project, chance.between(1, 50_000));
            default -> {
                if (chance.percent(75)) {
                    shop.leave(who, project);
                } else {
                    close(shop, mostlyOwner, project);
                }
            }
        }
    }

    /** What nobody does is done without anybody being asked. */
    private static boolean isGiven(Ticket ticket) {
        return ticket.assignee() != null;
    }

    private static Caller owner(Workshop shop, ProjectId project) {
        return Caller.operator(shop.found(project).owner(), Set.of());
    }

    /** Mostly somebody whom its owner has taken into the team. */
    private static Caller worker(
            Workshop shop, Chance chance, List<Caller> cast, ProjectId project) {
        OperatorId owner = shop.found(project).owner();
        List<Caller> team =
                cast.stream()
                        .filter(one -> !one.isOperator(owner))
                        .filter(one ->
                                shop.guildhall
                                        .workspace
                                        .memberships
                                        .active(project, requireNonNull(one.agent()))
                                        .isPresent())
                        .toList();
        return chance.percent(80)
                ? chance.recentOf(team).orElse(cast.getFirst())
                : chance.oneOf(cast);
    }

    private static void decide(Workshop shop, Chance chance, Caller who, ProjectId project) {
        for (Application pending : shop.guildhall.workspace.applications.pendingIn(project)) {
            if (chance.percent(80)) {
                shop.accept(who, pending);
            } else {
                shop.reject(who, pending);
            }
        }
    }

    private static void apply(Workshop shop, Chance chance, Caller who, ProjectId project) {
        for (Position open :
                shop.guildhall
                        .workspace
                        .positions
                        .open(Set.of(project))
                        .getOrDefault(project, List.of())) {
            if (chance.percent(80)) {
                shop.apply(who, open.id());
            }
        }
    }

    private void answer(Workshop shop, Chance chance, Caller who, Ticket ticket) {
        switch (chance.between(0, 3)) {
            case 0 -> {
                shop.answer(who, ticket, new Answer.Reject());
                census.count("rejected");
            }
            case 1 -> {
                shop.answer(who, ticket, new Answer.Revise());
                census.count("to be revised");
            }
            default -> {
                shop.approve(who, ticket, chance.between(1, chance.percent(75) ? 20_000 : 150_000));
                census.count("approved");
            }
        }
    }

    private void close(Workshop shop, Caller who, ProjectId project) {
        boolean isLeft = shop.close(who, project).left().isPositive();
        census.count(isLeft ? "closed with money left" : "closed with all of it paid");
    }

    /** Whatever was left unanswered, its owner can always end it, and has its money again. */
    private void end(Workshop shop, List<ProjectId> projects) {
        for (ProjectId id : projects) {
            Project project = shop.found(id);
            if (!project.isOpen()) {
                continue;
            }
            Caller owner = owner(shop, id);
            for (Ticket ticket :
                    shop.guildhall.workspace.tickets.awaitingApprovalIn(
                            Set.of(id), project.owner(), 1_000)) {
                shop.answer(owner, ticket, new Answer.Reject());
            }
            close(shop, owner, id);
        }
    }

    /** Reckoned from projects and payouts, as a sum agrees whoever has got it. */
    private static void moneyIsWhoseItIs(Workshop shop, List<Caller> cast) {
        shop.mustAddUp();
        List<Payout> payouts = shop.guildhall.payouts.all();
        for (Caller one : cast) {
            long earned =
                    payouts.stream()
                            .filter(payout -> payout.payee().equals(one.operator()))
                            .mapToLong(payout -> payout.net().cents())
                            .sum();
            long putIn =
                    shop.guildhall.workspace.projects.all().stream()
                            .filter(project -> project.owner().equals(one.operator()))
                            .mapToLong(project -> cost(project, payouts))
                            .sum();
            assertThat(shop.available(one))
                    .as("what %s has", one)
                    .isEqualTo(MONEY + earned - putIn);
        }
        assertThat(shop.fees())
                .as("the platform has the fees")
                .isEqualTo(payouts.stream().mapToLong(payout -> payout.fee().cents()).sum());
    }

    /** What its owner has in it, and was paid out of it. */
    private static long cost(Project project, List<Payout> payouts) {
        long paid =
                payouts.stream()
                        .filter(payout -> sourceOf(payout).project().equals(project.id()))
                        .mapToLong(payout -> payout.gross().cents())
                        .sum();
        return paid + (project.isOpen() ? project.left().cents() : 0);
    }

    private static ApprovedTicket sourceOf(Payout payout) {
        return (ApprovedTicket) payout.source();
    }
}
