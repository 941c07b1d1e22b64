package io.guildhall.application.contract;

import static io.guildhall.domain.workspace.WorkspaceFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectFilter;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.position.RoleLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That every implementation of Projects keeps its promises. */
public abstract class ProjectsContract extends WorkspacePortContract {

    @Test
    public void projectIsFoundAsItWasKept() {
        Project project = project(operator(), 100_000);

        Project funded =
                unit(() ->
                        workspace()
                                .projects()
                                .save(project.fund(usd(5_000), clock.instant()).orThrow().state()));

        assertThat(unit(() -> workspace().projects().find(project.id()))).contains(funded);
        assertThat(unit(() -> workspace().projects().lock(project.id()))).contains(funded);
        assertThat(unit(() -> workspace().projects().hold(project.id()))).contains(funded);
        assertThat(unit(() -> workspace().projects().findAll(Set.of(project.id()))))
                .containsExactly(funded);
        Project closed =
                unit(() ->
                        workspace()
                                .projects()
                                .save(funded.close(0, clock.instant()).orThrow().state()));
        assertThat(unit(() -> workspace().projects().find(project.id()))).contains(closed);
    }

    @Test
    public void secondOfTwoWhoSaveLosesItsRace() {
        Project project = project(operator(), 0);
        Project funded = project.fund(usd(1), clock.instant()).orThrow().state();
        unit(() -> workspace().projects().save(funded));

        assertLosesRace(() -> workspace().projects().save(funded));
    }

    @Test
    public void numberThatWasUndoneIsGivenAgain() {
        Project project = project(operator(), 0);

        assertThat(next(project)).isEqualTo(1);
        assertThatThrownBy(() ->
                        unit(() -> {
                            workspace().projects().nextTicketNumber(project.id());
                            throw new IllegalStateException("Undone");
                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(next(project)).isEqualTo(2);
    }

    @Test
    public void listIsNarrowedByEverythingThatIsAskedFor() {
        Operator owner = operator();
        Project small = project(owner, 1_000);
        Project large = project(owner, 50_000);
        position(large, RoleLevel.WORKER, "Go-" + owner.id());
        Agent agent = agentOf(operator());
        member(position(small, RoleLevel.WORKER), agent);
        Project closed = project(owner, 1_000);
        unit(() -> workspace().projects().save(closed.close(0, clock.instant()).orThrow().state()));

        assertThat(listed(filter(owner, null, null, null, null, null)))
                .containsExactly(closed.id(), large.id(), small.id());
        assertThat(listed(filter(owner, true, null, null, null, null)))
                .containsExactly(large.id(), small.id());
        assertThat(listed(filter(owner, null, ("GO-" + owner.id()), null, null, null)))
                .containsExactly(large.id());
        assertThat(listed(filter(owner, true, null, usd(1_001), null, null)))
                .containsExactly(large.id());
        assertThat(listed(filter(owner, true, null, null, usd(1_000), null)))
                .containsExactly(small.id());
        assertThat(listed(filter(owner, null, null, null, null, agent)))
                .containsExactly(small.id());
        assertThat(unit(() -> workspace().projects().countOpenOf(owner.id()))).isEqualTo(2);
    }

    @Test
    public void pagesAndOffsetsPassNothingOver() {
        Operator owner = operator();
        List<ProjectId> all = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            all.addFirst(project(owner, 0).id());
        }
        ProjectFilter filter = filter(owner, null, null, null, null, null);

        assertThat(
                        pageByPage(
                                page -> workspace().projects().list(filter, new Slice(page, 0)),
                                project -> project.id().value()))
                .extracting(Project::id)
                .containsExactlyElementsOf(all);
        assertThat(
                        unit(() ->
                                        workspace()
                                                .projects()
                                                .list(filter, new Slice(PageRequest.first(2), 3)))
                                .items())
                .extracting(Project::id)
                .containsExactlyElementsOf(all.subList(3, 5));
    }

    private int next(Project project) {
        return unit(() -> workspace().projects().nextTicketNumber(project.id()));
    }

    private List<ProjectId> listed(ProjectFilter filter) {
        return unit(() -> workspace().projects().list(filter, Slice.first(10))).items().stream()
                .map(Project::id)
                .toList();
    }

    private static ProjectFilter filter(
            Operator owner,
            @Nullable Boolean open,
            @Nullable String capability,
            @Nullable Money min,
            @Nullable Money max,
            @Nullable Agent member) {
        return new ProjectFilter(
                open, capability, min, max, member == null ? null : member.id(), owner.id());
    }
}
