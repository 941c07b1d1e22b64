package io.guildhall.bootstrap.fault;

import io.guildhall.wire.id.OpenBountyIds;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What did happen, as the database kept it with the state changes themselves.
 *
 * @param aggregates each event's aggregate, in the order in which they happened to it
 * @param kinds each event's kind
 */
public record Truth(Map<String, UUID> aggregates, Map<String, String> kinds) {

    public static Truth read(String jdbcUrl) {
        Map<String, UUID> aggregates = new LinkedHashMap<>();
        Map<String, String> kinds = new HashMap<>();
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT event_id, kind, subject_id FROM outbox ORDER BY"
                                        + " position")) {
            while (rows.next()) {
                String id = OpenBountyIds.EVENT.on(rows.getObject("event_id", UUID.class));
                aggregates.put(id, rows.getObject("subject_id", UUID.class));
                kinds.put(id, rows.getString("kind"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Truth(aggregates, kinds);
    }

    /** Those whose kind begins with one of these. */
    public Set<String> eventsOf(String... families) {
        Set<String> found = new HashSet<>();
        kinds.forEach((event, kind) -> {
            for (String family : families) {
                if (kind.startsWith(family)) {
                    found.add(event);
                }
            }
        });
        return found;
    }

    public Set<String> all() {
        return aggregates.keySet();
    }

    /** What is wrong with what a channel told; empty when it told all of this, and rightly. */
    public List<String> faultsOf(Heard heard, Set<String> expected) {
        List<String> faults = new ArrayList<>();
        expected.stream()
                .filter(event -> !heard.has(event))
                .forEach(event -> faults.add("never told: " + kinds.get(event) + " " + event));
        Map<UUID, Integer> latest = new HashMap<>();
        List<String> inOrder = new ArrayList<>(aggregates.keySet());
        Map<String, Integer> order = new HashMap<>();
        for (int place = 0; place < inOrder.size(); place++) {
            order.put(inOrder.get(place), place);
        }
        for (String event : heard.ids()) {
            Integer place = order.get(event);
            if (place == null) {
                faults.add("invented: " + event);
                continue;
            }
            Integer before = latest.put(aggregates.get(event), place);
            if (before != null && before > place) {
                faults.add("told after what came later: " + kinds.get(event) + " " + event);
            }
        }
        heard.toldDifferently().forEach(change -> faults.add("told differently: " + change));
        return faults;
    }
}
