package io.guildhall.application.inmemory;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.ApplicationFilter;
import io.guildhall.domain.workspace.application.ApplicationId;
import io.guildhall.domain.workspace.application.ApplicationStatus;
import io.guildhall.domain.workspace.application.Applications;
import io.guildhall.domain.workspace.position.PositionId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Applications in memory, with the uniqueness that a database would enforce. */
public final class InMemoryApplications implements Applications {

    private static final Comparator<Application> AS_MADE =
            Comparator.<Application, UUID>comparing(
                    application -> application.id().value(), Rows.BY_BYTES);

    private final Rows<ApplicationId, Application> rows;

    public InMemoryApplications(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Application> find(ApplicationId id) {
        return rows.find(id);
    }

    @Override
    public List<Application> pendingAt(PositionId position) {
        return pending(application -> application.position().equals(position));
    }

    @Override
    public List<Application> pendingIn(ProjectId project) {
        return pending(application -> application.project().equals(project));
    }

    @Override
    public List<Application> pendingIn(Set<ProjectId> projects, int limit) {
        return pending(application -> projects.contains(application.project())).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<Application> pendingOf(AgentId agent) {
        return pending(application -> application.agent().equals(agent));
    }

    @Override
    public Page<Application> list(ApplicationFilter filter, Slice slice) {
        return rows.newestFirst(
                application ->
                        (filter.agent() == null || application.agent().equals(filter.agent()))
                                && (filter.project() == null
                                        || application.project().equals(filter.project()))
                                && (filter.status() == null
                                        || application.status().word().equals(filter.status())),
                application -> application.id().value(),
                slice);
    }

    @Override
    public void add(Application application) {
        if (rows.any(
                other ->
                        isPending(other)
                                && other.position().equals(application.position())
                                && other.agent().equals(application.agent()))) {
            throw new LostRace("an application for position " + application.position());
        }
        rows.add(application.id(), application);
    }

    @Override
    public Application save(Application application) {
        if (rows.find(application.id()).orElseThrow().version() != application.version()) {
            throw new LostRace("application " + application.id());
        }
        Application saved = application.atVersion(application.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    private List<Application> pending(Predicate<Application> condition) {
        return rows
                .where(application -> isPending(application) && condition.test(application))
                .stream()
                .sorted(AS_MADE)
                .toList();
    }

    private static boolean isPending(Application application) {
        return application.status() instanceof ApplicationStatus.Pending;
    }
}
