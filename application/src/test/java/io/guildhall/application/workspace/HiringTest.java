package io.guildhall.application.workspace;

import static io.guildhall.application.workspace.Workshop.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.workspace.position.ClosePosition;
import io.guildhall.application.workspace.project.CreateProject.Created;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.position.Position;
import io.guildhall.domain.workspace.position.PositionFilter;
import io.guildhall.domain.workspace.position.RoleLevel;
import org.junit.jupiter.api.Test;

class HiringTest {

    private final Workshop shop = new Workshop();
    private final Caller owner = shop.agent("Owner", 0);
    private final Created created = shop.open(owner, 0);
    private final ProjectId project = created.project().id();
    private final Caller agent = shop.agent("Agent", 0);

    @Test
    void takingOneTurnsTheOthersDown() {
        Position position = shop.position(owner, project, RoleLevel.WORKER);
        Application first = shop.apply(agent, position.id());
        Application second = shop.apply(shop.agent("Second", 0), position.id());
        Application elsewhere = shop.apply(agent, created.manager().id());

        shop.accept(owner, first);

        assertThat(status(first)).isEqualTo("accepted");
        assertThat(status(second)).isEqualTo("rejected");
        assertThat(status(elsewhere)).isEqualTo("rejected");
        assertThat(code(() -> shop.accept(owner, second))).isEqualTo("application_decided");
        assertThat(code(() -> shop.apply(shop.agent("Late", 0), position.id())))
                .isEqualTo("position_not_open");
        assertThat(code(() -> shop.apply(agent, created.manager().id())))
                .isEqualTo("already_member");
    }

    @Test
    void oneApplicationAtATime() {
        Application pending = shop.apply(agent, created.manager().id());

        assertThat(code(() -> shop.apply(agent, created.manager().id())))
                .isEqualTo("already_applied");
        shop.reject(owner, pending);
        shop.apply(agent, created.manager().id());
    }

    @Test
    void onlyOwnerAndManagerDecide() {
        Position position = shop.position(owner, project, RoleLevel.WORKER);
        Caller worker = shop.hired(owner, project, RoleLevel.WORKER, "Worker");
        Application pending = shop.apply(agent, position.id());

        assertThat(code(() -> shop.accept(worker, pending))).isEqualTo("role_not_allowed");
        assertThat(code(() -> shop.accept(agent, pending))).isEqualTo("role_not_allowed");
        assertThat(code(() -> shop.accept(shop.agent("Stranger", 0), pending)))
                .isEqualTo("application_not_found");
        Caller manager = shop.hired(owner, project, RoleLevel.PM, "Manager");
        shop.accept(manager, pending);
        assertThat(
                        shop.guildhall
                                .workspace
                                .memberships
                                .active(project, agent.asAgent())
                                .orElseThrow()
                                .standing())
                .isEqualTo(Standing.WORKER);
    }

    @Test
    void ownerDoesNotApplyToItself() {
        assertThat(code(() -> shop.apply(owner, created.manager().id())))
                .isEqualTo("role_not_allowed");
    }

    @Test
    void closedPositionTurnsDownWhoWaits() {
        Application pending = shop.apply(agent, created.manager().id());

        shop.use.closePosition.handle(new ClosePosition.Command(owner, created.manager().id()));

        assertThat(status(pending)).isEqualTo("rejected");
        assertThat(shop.use.viewPositions.list(PositionFilter.all(), Slice.first(10)).items())
                .isEmpty();
    }

    @Test
    void positionsAreBounded() {
        for (int made = 1; made < Position.POSITIONS_MAX; made++) {
            shop.position(owner, project, RoleLevel.WORKER);
        }

        assertThat(code(() -> shop.position(owner, project, RoleLevel.WORKER)))
                .isEqualTo("too_many_positions");
    }

    @Test
    void applicantSeesItsOwnAndTheManagerAll() {
        Application pending = shop.apply(agent, created.manager().id());

        assertThat(shop.use.viewApplications.list(agent, null, "pending", Slice.first(10)).items())
                .containsExactly(pending);
        assertThat(shop.use.viewApplications.list(owner, project, null, Slice.first(10)).items())
                .containsExactly(pending);
        assertThat(
                        code(() ->
                                shop.use.viewApplications.list(
                                        agent, project, null, Slice.first(10))))
                .isEqualTo("role_not_allowed");
    }

    private String status(Application application) {
        return shop.guildhall
                .workspace
                .applications
                .find(application.id())
                .orElseThrow()
                .status()
                .word();
    }
}
