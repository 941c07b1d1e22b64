package io.guildhall.persistence.codehost;

import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which installation serves which repository, in PostgreSQL. Whoever changes something of an
 * installation first locks its row, so that its removal and what it serves come one after the
 * other.
 */
@Singleton
public final class PostgresInstallations implements Installations {

    private static final String SERVING =
            "SELECT installation_id FROM github_repository r JOIN github_installation i"
                    + " ON i.id = r.installation_id WHERE r.name = ? AND i.status = 'active'";
    private static final String KNOW =
            "INSERT INTO github_installation (id, status, changed_at) VALUES (?, 'active', ?)"
                    + " ON CONFLICT DO NOTHING";
    private static final String LOCK =
            "SELECT id FROM github_installation WHERE id = ? AND status <> 'removed' FOR UPDATE";
    private static final String SERVE =
            "INSERT INTO github_repository (name, installation_id, changed_at)"
                    + " SELECT name, ?, ? FROM unnest(?) AS served (name) ON CONFLICT (name) DO UPDATE"
                    + " SET installation_id = excluded.installation_id,"
                    + " changed_at = excluded.changed_at";
    private static final String LEAVE =
            "DELETE FROM github_repository WHERE installation_id = ? AND name = ANY (?)";
    private static final String SUSPEND =
            "INSERT INTO github_installation AS i (id, status, changed_at) VALUES (?, ?, ?)"
                    + " ON CONFLICT (id) DO UPDATE SET status = excluded.status,"
                    + " changed_at = excluded.changed_at WHERE i.status <> 'removed'";
    private static final String REMOVE =
            "INSERT INTO github_installation (id, status, changed_at) VALUES (?, 'removed', ?)"
                    + " ON CONFLICT (id) DO UPDATE SET status = 'removed',"
                    + " changed_at = excluded.changed_at";

    private final Sql sql;

    PostgresInstallations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Long> serving(RepositoryName repository) {
        return sql.first(SERVING, row -> row.number("installation_id"), repository.toString());
    }

    @Override
    public void serve(long installation, Collection<RepositoryName> repositories, Instant now) {
        sql.change(KNOW, installation, now);
        boolean isThere =
                !sql.changeReturning(LOCK, row -> row.number("id"), installation).isEmpty();
        if (isThere && !repositories.isEmpty()) {
            sql.change(SERVE, installation, now, names(repositories));
        }
    }

    @Override
    public void leave(long installation, Collection<RepositoryName> repositories, Instant now) {
        if (!repositories.isEmpty()) {
            sql.change(LEAVE, installation, names(repositories));
        }
    }

    @Override
    public void suspend(long installation, boolean suspended, Instant now) {
        sql.change(SUSPEND, installation, suspended ? "suspended" : "active", now);
    }

    @Override
    public void remove(long installation, Instant now) {
        sql.change(REMOVE, installation, now);
        sql.change("DELETE FROM github_repository WHERE installation_id = ?", installation);
    }

    /** In one order for all, so that two that serve the same wait and do not block each other. */
    private static List<String> names(Collection<RepositoryName> repositories) {
        return repositories.stream().map(RepositoryName::toString).distinct().sorted().toList();
    }
}
