package io.guildhall.persistence.notification;

import io.guildhall.application.access.SecretBox;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.Hearer;
import io.guildhall.domain.notification.Secret;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.persistence.shared.Ids;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Endpoints in PostgreSQL; a removed one leaves a row that nothing reads. */
@Singleton
public final class PostgresWebhookEndpoints implements WebhookEndpoints {

    private static final List<String> COLUMNS =
            Stream.of(EndpointRow.ORIGIN, EndpointRow.STATE, EndpointRow.SECRETS)
                    .flatMap(List::stream)
                    .toList();

    private static final String SELECT =
            "SELECT "
                    + String.join(", ", COLUMNS)
                    + " FROM webhook_endpoint WHERE removed_at IS NULL AND ";

    private static final String FIND = SELECT + "id = ?";
    private static final String FIND_ALL = SELECT + "id = ANY (?)";

    private static final String OF_OPERATOR =
            SELECT + "operator_id = ? AND id < ? ORDER BY id DESC LIMIT ?";

    private static final String OF_AGENT =
            SELECT + "agent_id = ? AND id < ? ORDER BY id DESC LIMIT ?";

    /** A statement of its own, so that the count sees all that was committed before. */
    private static final String KEEP_OTHERS_AWAY =
            "SELECT id FROM operator WHERE id = ? FOR NO KEY UPDATE";

    private static final String COUNT =
            """
            SELECT count(*) AS count FROM webhook_endpoint
            WHERE removed_at IS NULL AND operator_id = ? AND agent_id IS NOT DISTINCT FROM ?::uuid
            """;

    private static final String LISTENING =
            """
            SELECT e.id, e.operator_id, e.agent_id, e.form, e.events, e.hears_after,
                CASE WHEN s.party_id IS NULL THEN o.roles ELSE '{}' END AS roles
            FROM webhook_endpoint e
            JOIN operator o ON o.id = e.operator_id
            LEFT JOIN suspension s ON s.party_kind = 'operator' AND s.party_id = e.operator_id
            LEFT JOIN agent a ON a.id = e.agent_id
            WHERE e.status = 'enabled' AND a.status IS DISTINCT FROM 'deactivated' ORDER BY e.id
            """;

    private static final String FILTERS =
            """
            SELECT * FROM bounty_filter
            WHERE agent_id IN (SELECT agent_id FROM webhook_endpoint WHERE status = 'enabled')
            ORDER BY agent_id, position
            """;

    private static final String ADD =
            "INSERT INTO webhook_endpoint ("
                    + String.join(", ", COLUMNS)
                    + ") VALUES ("
                    + Sql.placeholders(COLUMNS.size())
                    + ")";

    private static final String SAVE = save(Stream.of(EndpointRow.STATE, EndpointRow.SECRETS));

    /** Whoever cannot open the secrets leaves them to those who can. */
    private static final String SAVE_BESIDE_SECRETS = save(Stream.of(EndpointRow.STATE));

    private static final String REMOVE =
            """
            UPDATE webhook_endpoint SET version = version + 1, removed_at = now(), secret = '', secret_chosen = false,
                former_secret = NULL, former_secret_chosen = false, former_signs_until = NULL, status = 'disabled',
                failing_since = NULL, failed_last = NULL, disabled_reason = coalesce(disabled_reason, 'by_owner'),
                disabled_at = coalesce(disabled_at, now())
            WHERE id = ? AND version = ? AND removed_at IS NULL
            """;

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private record SavedFilter(AgentId agent, BountyFilter filter) {}

    private final Sql sql;
    private final EndpointRow rows;

    PostgresWebhookEndpoints(Sql sql, SecretBox box) {
        this.sql = sql;
        this.rows = new EndpointRow(box);
    }

    @Override
    public Optional<WebhookEndpoint> find(EndpointId id) {
        return sql.first(FIND, rows::read, id.value());
    }

    @Override
    public List<WebhookEndpoint> findAll(Collection<EndpointId> ids) {
        return sql.list(FIND_ALL, rows::read, Ids.of(ids, EndpointId::value));
    }

    @Override
    public Page<WebhookEndpoint> managedBy(Caller caller, PageRequest page) {
        AgentId agent = caller.agent();
        return caller.actsForOperator() || agent == null
                ? page(OF_OPERATOR, caller.operator().value(), page)
                : page(OF_AGENT, agent.value(), page);
    }

    @Override
    public int countOf(Hearer hearer) {
        AgentId agent = hearer.agent();
        sql.changeReturning(KEEP_OTHERS_AWAY, _ -> true, hearer.operator().value());
        return sql.first(
                        COUNT,
                        row -> row.integer("count"),
                        hearer.operator().value(),
                        agent == null ? null : agent.value())
                .orElseThrow();
    }

    @Override
    public List<Listener> listening() {
        Map<AgentId, List<BountyFilter>> filters =
                sql.list(FILTERS, PostgresWebhookEndpoints::filter).stream()
                        .collect(
                                Collectors.groupingBy(
                                        SavedFilter::agent,
                                        Collectors.mapping(
                                                SavedFilter::filter, Collectors.toList())));
        return sql.list(LISTENING, row -> listener(row, filters));
    }

    @Override
    public void add(WebhookEndpoint endpoint) {
        List<@Nullable Object> values = new ArrayList<>(rows.origin(endpoint));
        values.addAll(rows.state(endpoint));
        values.addAll(rows.secrets(endpoint.givenSecret(), endpoint.former()));
        sql.change(ADD, values.toArray());
    }

    @Override
    public WebhookEndpoint save(WebhookEndpoint endpoint) {
        Secret secret = endpoint.secret();
        List<@Nullable Object> values = new ArrayList<>(rows.state(endpoint));
        if (secret != null) {
            values.addAll(rows.secrets(secret, endpoint.former()));
        }
        values.add(endpoint.id().value());
        values.add(endpoint.version());
        if (sql.change(secret == null ? SAVE_BESIDE_SECRETS : SAVE, values.toArray()) == 0) {
            throw new LostRace("webhook " + endpoint.id());
        }
        return endpoint.atVersion(endpoint.version() + 1);
    }

    @Override
    public void remove(WebhookEndpoint endpoint) {
        if (sql.change(REMOVE, endpoint.id().value(), endpoint.version()) == 0) {
            throw new LostRace("webhook " + endpoint.id());
        }
    }

    private static String save(Stream<List<String>> columns) {
        return columns.flatMap(List::stream)
                .map(column -> column + " = ?")
                .collect(
                        Collectors.joining(
                                ", ",
                                "UPDATE webhook_endpoint SET version = version + 1, ",
                                " WHERE id = ? AND version = ? AND removed_at IS NULL"));
    }

    private Page<WebhookEndpoint> page(String query, UUID party, PageRequest page) {
        return Page.of(
                sql.list(
                        query,
                        rows::read,
                        party,
                        Optional.ofNullable(page.after()).orElse(BEHIND_ALL),
                        page.limit() + 1),
                page.limit());
    }

    private static SavedFilter filter(Row row) throws SQLException {
        return new SavedFilter(new AgentId(row.uuid("agent_id")), BountyFilterRow.read(row));
    }

    private static Listener listener(Row row, Map<AgentId, List<BountyFilter>> filters)
            throws SQLException {
        Hearer hearer = EndpointRow.hearer(row);
        AgentId agent = hearer.agent();
        return new Listener(
                new EndpointId(row.uuid("id")),
                hearer,
                EndpointRow.filter(row),
                row.texts("roles").stream()
                        .map(word -> Words.parse(Role.class, word))
                        .collect(Collectors.toSet()),
                agent == null ? List.of() : filters.getOrDefault(agent, List.of()),
                row.number("hears_after"));
    }
}
