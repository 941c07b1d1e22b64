package io.guildhall.persistence.codehost;

import io.guildhall.domain.codehost.GithubRepository;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which installation serves which repository, in PostgreSQL; one that nobody serves any more stays
 * known, so that whoever takes its name later is not taken for it. Whoever changes something of an
 * installation first locks its row, so that its removal and what it serves come one after the
 * other.
 */
@Singleton
public final class PostgresInstallations implements Installations {

    private static final String SERVING =
            "SELECT installation_id, github_id FROM github_repository r JOIN github_installation i"
                    + " ON i.id = r.installation_id WHERE r.name = ? AND i.status = 'active'";
    private static final String KNOW =
            "INSERT INTO github_installation (id, status, changed_at) VALUES (?, 'active', ?)"
                    + " ON CONFLICT DO NOTHING";
    private static final String LOCK =
            "SELECT id FROM github_installation WHERE id = ? AND status <> 'removed' FOR UPDATE";
    private static final String NAMED_SINCE =
            "SELECT named_since FROM github_repository WHERE name = ?";

    /**
     * One that is known from before its number was kept is the same for the same installation. What
     * is told late of the same makes it older; what was another's until then is not older than
     * that.
     */
    private static final String SERVE =
            "INSERT INTO github_repository AS r"
                    + " (name, github_id, installation_id, named_since, changed_at)"
                    + " SELECT name, id, ?, ?, ?"
                    + " FROM unnest(CAST(? AS text[]), CAST(? AS bigint[])) AS served (name, id)"
                    + " ON CONFLICT (name) DO UPDATE"
                    + " SET github_id = excluded.github_id,"
                    + " installation_id = excluded.installation_id,"
                    + " named_since = CASE WHEN r.github_id = excluded.github_id"
                    + " OR r.github_id IS NULL AND r.installation_id = excluded.installation_id"
                    + " THEN least(r.named_since, excluded.named_since)"
                    + " ELSE greatest(r.named_since, excluded.named_since) END,"
                    + " changed_at = excluded.changed_at";

    private static final String UNLESS_ANOTHERS =
            " WHERE r.installation_id = excluded.installation_id";
    private static final String KNOWN_OR_ANOTHERS =
            "SELECT name FROM github_repository WHERE name = ?"
                    + " AND (github_id = ? OR installation_id IS DISTINCT FROM ?)";

    private static final String LEAVE =
            "UPDATE github_repository SET installation_id = NULL, changed_at = ?"
                    + " WHERE installation_id = ?";
    private static final String SUSPEND =
            "INSERT INTO github_installation AS i (id, status, told_at, changed_at)"
                    + " VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET status = excluded.status,"
                    + " told_at = excluded.told_at, changed_at = excluded.changed_at"
                    + " WHERE i.status <> 'removed' AND (i.told_at IS NULL"
                    + " OR i.told_at < excluded.told_at"
                    + " OR (i.told_at = excluded.told_at AND excluded.status = 'active'))";
    private static final String REMOVE =
            "INSERT INTO github_installation (id, status, changed_at) VALUES (?, 'removed', ?)"
                    + " ON CONFLICT (id) DO UPDATE SET status = 'removed',"
                    + " changed_at = excluded.changed_at";

    private final Sql sql;

    PostgresInstallations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Serving> serving(RepositoryName repository) {
        return sql.first(
                SERVING,
                row -> new Serving(row.number("installation_id"), row.numberOrNull("github_id")),
                repository.toString());
    }

    @Override
    public Optional<Instant> namedSince(RepositoryName repository) {
        return sql.first(NAMED_SINCE, row -> row.instant("named_since"), repository.toString());
    }

    @Override
    public void serve(
            long installation, Collection<GithubRepository> repositories, Instant toldOf) {
        serve(SERVE, installation, repositories, toldOf);
    }

    /** Most notices are of what is known, and lock nothing. */
    @Override
    public void meet(long installation, GithubRepository repository, Instant toldOf) {
        boolean isNews =
                sql.first(
                                KNOWN_OR_ANOTHERS,
                                row -> row.text("name"),
                                repository.name().toString(),
                                repository.id(),
                                installation)
                        .isEmpty();
        if (isNews) {
            serve(SERVE + UNLESS_ANOTHERS, installation, List.of(repository), toldOf);
        }
    }

    private void serve(
            String statement,
            long installation,
            Collection<GithubRepository> repositories,
            Instant toldOf) {
        // In one order for all, so that two that serve the same wait and do not block each other.
        SortedMap<String, String> ids = new TreeMap<>();
        repositories.forEach(repository ->
                ids.put(repository.name().toString(), Long.toString(repository.id())));
        sql.change(KNOW, installation, toldOf);
        boolean isThere =
                !sql.changeReturning(LOCK, row -> row.number("id"), installation).isEmpty();
        if (isThere && !repositories.isEmpty()) {
            sql.change(
                    statement,
                    installation,
                    toldOf,
                    toldOf,
                    List.copyOf(ids.keySet()),
                    List.copyOf(ids.values()));
        }
    }

    @Override
    public void leave(long installation, Collection<RepositoryName> repositories, Instant now) {
        if (!repositories.isEmpty()) {
            sql.change(
                    LEAVE + " AND name = ANY (?)",
                    now,
                    installation,
                    repositories.stream().map(RepositoryName::toString).toList());
        }
    }

    @Override
    public void suspend(long installation, boolean suspended, Instant toldAt, Instant now) {
        sql.change(SUSPEND, installation, suspended ? "suspended" : "active", toldAt, now);
    }

    @Override
    public void remove(long installation, Instant now) {
        sql.change(REMOVE, installation, now);
        sql.change(LEAVE, now, installation);
    }
}
