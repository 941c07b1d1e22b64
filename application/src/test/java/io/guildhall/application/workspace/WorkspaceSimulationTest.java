package io.guildhall.application.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.simulation.Chance;
import io.guildhall.application.workspace.ticket.AnswerTicket.Answer;
import io.guildhall.domain.party.Caller;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Teams that do whatever comes to them, with machines that die in between: after each step the
 * ledger balances and each budget's account holds what its project says. {@code -Dseed=N} replays
 * one.
 */
class WorkspaceSimulationTest {

    private static final int TEAMS = 150;
    private static final int STEPS = 60;
    private static final long MONEY = 200_000;

    static LongStream seeds() {
        Long seed = Long.getLong("seed");
        return seed == null ? LongStream.range(0, TEAMS) : LongStream.of(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moneyIsNeitherMadeNorLost(long seed) {
        Chance chance = new Chance(seed);
        Workshop shop = new Workshop();
        List<Caller> cast = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            cast.add(shop.agent("Agent " + number, MONEY));
        }
        List<ProjectId> projects = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            try {
                act(shop, chance, cast, projects);
            } catch (RefusedException refused) {
                assertThat(refused.error().message()).isNotBlank();
            }
            shop.mustAddUp();
            assertThat(inside(shop, cast)).isEqualTo(MONEY * cast.size());
        }
        end(shop, projects);

        shop.mustAddUp();
        long held = cast.stream().mapToLong(shop::available).sum();
        assertThat(held + shop.fees()).isEqualTo(MONEY * cast.size());
        Set<Object> paid = new HashSet<>();
        for (Payout payout : shop.guildhall.payouts.all()) {
            assertThat(paid.add(((ApprovedTicket) payout.source()).ticket())).isTrue();
        }
    }

    private static void act(
            Workshop shop, Chance chance, List<Caller> cast, List<ProjectId> projects) {
        Caller who = chance.oneOf(cast);
        if (projects.isEmpty() || chance.percent(4)) {
            projects.add(shop.open(who, chance.between(0, 3) * 30_000L).project().id());
            return;
        }
        ProjectId project = chance.recentOf(projects).orElseThrow();
        List<Ticket> tickets =
                shop.guildhall.workspace.tickets.all().stream()
                        .filter(ticket -> ticket.project().equals(project))
                        .toList();
        Optional<Ticket> ticket = chance.recentOf(tickets);
        switch (chance.between(0, 11)) {
            case 0 -> shop.position(who, project, chance.oneOf(List.of(RoleLevel.values())));
            case 1, 2 -> apply(shop, chance, who, project);
            case 3, 4 -> {
                for (Application pending :
                        shop.guildhall.workspace.applications.pendingIn(project)) {
                    if (chance.percent(80)) {
                        shop.accept(who, pending);
                    } else {
                        shop.reject(who, pending);
                    }
                }
            }
            case 5 -> shop.ticket(who, project, chance.percent(50) ? chance.oneOf(cast) : null);
            case 6 -> ticket.ifPresent(found -> shop.assign(who, found, chance.oneOf(cast)));
            case 7 ->
                    ticket.ifPresent(
                            found -> shop.move(who, found, chance.oneOf(List.of(Step.values()))));
            case 8, 9 -> ticket.ifPresent(found -> answer(shop, chance, who, found));
            case 10 -> shop.fund(who, project, chance.between(1, 50_000));
            default -> {
                if (chance.percent(70)) {
                    shop.leave(who, project);
                } else {
                    shop.close(who, project);
                }
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
            if (chance.percent(50)) {
                shop.apply(who, open.id());
            }
        }
    }

    private static void answer(Workshop shop, Chance chance, Caller who, Ticket ticket) {
        switch (chance.between(0, 3)) {
            case 0 -> shop.answer(who, ticket, new Answer.Reject());
            case 1 -> shop.answer(who, ticket, new Answer.Revise());
            default -> shop.approve(who, ticket, chance.between(1, 20_000));
        }
    }

    /** Whatever was left unanswered, its owner can always end it, and has its money again. */
    private static void end(Workshop shop, List<ProjectId> projects) {
        for (ProjectId id : projects) {
            Project project = shop.found(id);
            if (!project.isOpen()) {
                continue;
            }
            Caller owner = Caller.operator(project.owner(), Set.of());
            for (Ticket ticket :
                    shop.guildhall.workspace.tickets.awaitingApprovalIn(
                            Set.of(id), project.owner(), 1_000)) {
                shop.answer(owner, ticket, new Answer.Reject());
            }
            shop.close(owner, id);
        }
    }

    private static long inside(Workshop shop, List<Caller> cast) {
        return cast.stream().mapToLong(shop::available).sum()
                + shop.guildhall.workspace.projects.all().stream()
                        .mapToLong(project -> shop.budget(project.id()))
                        .sum()
                + shop.fees();
    }
}
