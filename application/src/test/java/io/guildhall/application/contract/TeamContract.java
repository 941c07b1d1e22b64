package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.party.Agent;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.ApplicationFilter;
import io.guildhall.domain.workspace.membership.Membership;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionFilter;
import io.guildhall.domain.workspace.position.RoleLevel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That every implementation of Memberships, Positions and Applications keeps its promises. */
public abstract class TeamContract extends WorkspacePortContract {

    @Test
    public void agentHasOnePlaceInATeam() {
        Project project = project(operator(), 0);
        Position position = position(project, RoleLevel.WORKER);
        Agent agent = agentOf(operator());
        Membership membership = member(position, agent);

        assertThat(unit(() -> workspace().memberships().active(project.id(), agent.id())))
                .contains(membership);
        assertLosesRace(() ->
                workspace().memberships().add(place(position(project, RoleLevel.LEAD), agent)));

        Membership left =
                unit(() ->
                        workspace()
                                .memberships()
                                .save(membership.leave(clock.instant()).orThrow().state()));
        assertThat(unit(() -> workspace().memberships().active(project.id(), agent.id())))
                .isEmpty();
        assertLosesRace(() -> workspace().memberships().save(membership));
        assertThat(left.version()).isEqualTo(1);
        Membership again = member(position, agent);
        assertThat(unit(() -> workspace().memberships().ofProject(project.id())))
                .containsExactly(again);
    }

    @Test
    public void closedProjectsAreNoLongerAmongAnAgentsOwn() {
        Project first = project(operator(), 0);
        Project second = project(operator(), 0);
        Agent agent = agentOf(operator());
        Membership one = member(position(first, RoleLevel.PM), agent);
        Membership two = member(position(second, RoleLevel.LEAD), agent);
        Membership other = member(position(second, RoleLevel.LEAD), agentOf(operator()));

        assertThat(unit(() -> workspace().memberships().ofAgent(agent.id())))
                .containsExactly(one, two);
        assertThat(
                        unit(() ->
                                workspace()
                                        .memberships()
                                        .ofProjects(Set.of(first.id(), second.id()))))
                .isEqualTo(Map.of(first.id(), List.of(one), second.id(), List.of(two, other)));
        unit(() -> workspace().projects().save(first.close(0, clock.instant()).orThrow().state()));
        assertThat(unit(() -> workspace().memberships().ofAgent(agent.id()))).containsExactly(two);
    }

    @Test
    public void positionIsFoundInEachOfItsStates() {
        Project project = project(operator(), 0);
        Position position = position(project, RoleLevel.WORKER, "Java", "sql");
        Agent agent = agentOf(operator());
        assertThat(found(position)).isEqualTo(position);

        Position filled = save(position.fill(agent.id(), clock.instant()));
        assertThat(found(position)).isEqualTo(filled);
        assertThat(unit(() -> workspace().positions().standing(project.id())))
                .containsExactly(filled);
        assertThat(unit(() -> workspace().positions().open(Set.of(project.id())))).isEmpty();
        Position vacated = save(filled.vacate(clock.instant()));
        assertThat(unit(() -> workspace().positions().open(Set.of(project.id()))))
                .isEqualTo(Map.of(project.id(), List.of(vacated)));
        Position closed = save(vacated.close(clock.instant()));
        assertThat(found(position)).isEqualTo(closed);
        assertThat(unit(() -> workspace().positions().standing(project.id()))).isEmpty();
        assertLosesRace(() -> workspace().positions().save(position));
    }

    @Test
    public void openPositionsAreNarrowedByEverythingThatIsAskedFor() {
        Project project = project(operator(), 0);
        String word = "Rust-" + project.id();
        Position worker = position(project, RoleLevel.WORKER, word);
        Position lead = position(project, RoleLevel.LEAD, word);
        Position plain = position(project, RoleLevel.WORKER);

        assertThat(listed(new PositionFilter(null, null, project.id())))
                .containsExactly(plain, lead, worker);
        assertThat(listed(new PositionFilter(word.toUpperCase(Locale.ROOT), null, null)))
                .containsExactly(lead, worker);
        assertThat(listed(new PositionFilter(word, RoleLevel.WORKER, null)))
                .containsExactly(worker);
        unit(() ->
                workspace().projects().save(project.close(0, clock.instant()).orThrow().state()));
        assertThat(listed(new PositionFilter(null, null, project.id()))).isEmpty();
    }

    @Test
    public void oneApplicationOfAnAgentWaitsAtAPosition() {
        Project project = project(operator(), 0);
        Position position = position(project, RoleLevel.WORKER);
        Agent agent = agentOf(operator());
        Application pending = applied(position, agent);
        Application other = applied(position, agentOf(operator()));

        assertLosesRace(() -> workspace().applications().add(newApplication(position, agent)));
        assertThat(unit(() -> workspace().applications().pendingAt(position.id())))
                .containsExactly(pending, other);
        assertThat(unit(() -> workspace().applications().pendingIn(project.id())))
                .containsExactly(pending, other);
        assertThat(unit(() -> workspace().applications().pendingOf(agent.id())))
                .containsExactly(pending);

        Application rejected =
                unit(() ->
                        workspace()
                                .applications()
                                .save(pending.reject("No", clock.instant()).orThrow().state()));
        Application accepted =
                unit(() ->
                        workspace()
                                .applications()
                                .save(other.accept(clock.instant()).orThrow().state()));
        assertLosesRace(() -> workspace().applications().save(pending));
        assertThat(unit(() -> workspace().applications().find(pending.id()))).contains(rejected);
        assertThat(unit(() -> workspace().applications().find(other.id()))).contains(accepted);
        Application again = applied(position, agent);
        assertThat(applications(new ApplicationFilter(agent.id(), null, null)))
                .containsExactly(again, rejected);
        assertThat(applications(new ApplicationFilter(agent.id(), null, "pending")))
                .containsExactly(again);
        assertThat(applications(new ApplicationFilter(null, project.id(), "accepted")))
                .containsExactly(accepted);
    }

    private List<Application> applications(ApplicationFilter filter) {
        return unit(() -> workspace().applications().list(filter, Slice.first(10))).items();
    }

    private List<Position> listed(PositionFilter filter) {
        return unit(() -> workspace().positions().list(filter, Slice.first(10))).items();
    }

    private Position found(Position position) {
        return unit(() -> workspace().positions().find(position.id()).orElseThrow());
    }

    private Position save(Decision<Position> decision) {
        return unit(() -> workspace().positions().save(decision.orThrow().state()));
    }
}
