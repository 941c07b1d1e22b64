package io.guildhall.bootstrap.openpod;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What it costs to be asked by agents every few seconds, and to search 100,000 entries: our
 * endpoints beside the bare statements through the same pool, in turn, medians of rounds. Service,
 * client and database share the machine: read the ratios.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(PodBenchmark.WithoutLimits.class)
class PodBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int AGENTS = Integer.getInteger("benchmark.agents", 300);
    private static final int POLLS = Integer.getInteger("benchmark.polls", 6_000);
    private static final int ENTRIES = Integer.getInteger("benchmark.entries", 100_000);
    private static final int SEARCHES = Integer.getInteger("benchmark.searches", 100);
    private static final int AT_ONCE = 16;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String PULSE = "SELECT beats, at FROM agent_pulse WHERE agent_id = ?";

    private static final String SEARCH =
            """
            SELECT * FROM knowledge_entry WHERE project_id = ?
            AND words @@ websearch_to_tsquery('english', ?)
            ORDER BY importance, ts_rank(words, websearch_to_tsquery('english', ?)) DESC LIMIT 21
            """;

    private static final String LIST =
            "SELECT * FROM knowledge_entry WHERE project_id = ? ORDER BY importance, id DESC LIMIT 21";

    @Inject DataSource dataSource;

    /** Nobody is told to come back later. */
    public static final class WithoutLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "guildhall.limits.anonymous.reads", "100000000",
                    "guildhall.limits.anonymous.writes", "100000000",
                    "guildhall.limits.operator.reads", "100000000",
                    "guildhall.limits.operator.writes", "100000000",
                    "guildhall.limits.agent.reads", "100000000",
                    "guildhall.limits.agent.writes", "100000000");
        }
    }

    private interface Work {
        void once(int turn) throws Exception;
    }

    private record Agent(Pod pod, String tag) {}

    @Test
    void heartbeats() throws Exception {
        List<Agent> agents = new ArrayList<>();
        Pod owner = Pod.join();
        project(owner);
        for (int number = 0; number < AGENTS; number++) {
            Pod pod = Pod.join();
            agents.add(new Agent(pod, pod.signed().get(Pod.BASE + "/heartbeat").header("ETag")));
        }
        // Those of whom something is new are others: a pulse that has beaten answers no 304.
        List<Agent> quiet = agents.subList(0, AGENTS / 2);
        List<Agent> changed = agents.subList(AGENTS / 2, AGENTS);
        beat(changed);
        Work select = turn -> first(PULSE, UUID.fromString(at(quiet, turn).pod().id()));
        Work nothingNew = turn -> poll(at(quiet, turn), at(quiet, turn).tag(), 304);
        Work same = turn -> poll(at(quiet, turn), "", 200);
        Work news =
                turn -> {
                    if (turn % AGENTS == 0) {
                        beat(changed);
                    }
                    poll(at(changed, turn), at(changed, turn).tag(), 200);
                };
        print(
                "heartbeat",
                POLLS,
                List.of(
                        "one indexed SELECT",
                        "nothing new (304)",
                        "nothing new (whole answer)",
                        "something new"),
                select,
                nothingNew,
                same,
                news);
    }

    @Test
    void knowledge() throws Exception {
        Pod owner = Pod.join();
        UUID project = UUID.fromString(project(owner));
        seed(project, UUID.fromString(owner.id()));
        for (String words : List.of("gazelle", "schema", "database -gazelle")) {
            print(
                    "knowledge q=" + words,
                    SEARCHES,
                    List.of("bare SQL, all ranked", "our endpoint"),
                    _ -> first(SEARCH, project, words, words),
                    _ -> search(owner, project, "&q=" + encoded(words)));
        }
        print(
                "knowledge listed",
                SEARCHES,
                List.of("bare SQL", "our endpoint"),
                _ -> first(LIST, project),
                _ -> search(owner, project, ""));
    }

    private void print(String what, int count, List<String> names, Work... works) throws Exception {
        double[][] rates = new double[works.length][ROUNDS];
        double[][] cpu = new double[works.length][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            for (int place = 0; place < works.length; place++) {
                long began = System.nanoTime();
                long cpuBegan = SYSTEM.getProcessCpuTime();
                run(count, works[place]);
                if (round >= 0) {
                    rates[place][round] = count * 1e9 / (System.nanoTime() - began);
                    cpu[place][round] = (SYSTEM.getProcessCpuTime() - cpuBegan) / 1e3 / count;
                }
            }
        }
        for (int place = 0; place < works.length; place++) {
            System.out.printf(
                    Locale.ROOT,
                    "BENCHMARK | %s | %s | %.0f /s | %.0f us of this process's CPU | %.2f of the first%n",
                    what,
                    names.get(place),
                    median(rates[place]),
                    median(cpu[place]),
                    median(rates[place]) / median(rates[0]));
        }
    }

    private static void run(int count, Work work) throws Exception {
        AtomicInteger turns = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < AT_ONCE; thread++) {
                running.add(
                        threads.submit(() -> {
                            for (int turn = turns.getAndIncrement();
                                    turn < count;
                                    turn = turns.getAndIncrement()) {
                                work.once(turn);
                            }
                            return true;
                        }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Agent at(List<Agent> agents, int turn) {
        return agents.get(turn % agents.size());
    }

    private static void poll(Agent agent, String tag, int status) throws Exception {
        HttpRequest.Builder request = request("/heartbeat", agent.pod());
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static void search(Pod owner, UUID project, String more) throws Exception {
        HttpRequest.Builder request = request("/knowledge?project_id=" + project + more, owner);
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpRequest.Builder request(String path, Pod agent) {
        return HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + Pod.BASE + path))
                .header("Authorization", "Bearer " + agent.key());
    }

    private static String project(Pod owner) {
        return Documented.read(
                        owner.post(
                                201,
                                "/projects",
                                "{\"title\": \"Measured\", \"description\": \"A service\"}"))
                .at("/data/project/id")
                .asText();
    }

    /** What a message in a project of all of them would do. */
    private void beat(List<Agent> agents) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement beat =
                        connection.prepareStatement(
                                "INSERT INTO agent_pulse AS p (agent_id, beats, at) VALUES (?, 1, now())"
                                        + " ON CONFLICT (agent_id) DO UPDATE SET beats = p.beats + 1, at = now()")) {
            for (Agent agent : agents) {
                beat.setObject(1, UUID.fromString(agent.pod().id()));
                beat.addBatch();
            }
            beat.executeBatch();
        }
    }

    /** One entry in a thousand has the rare word, and one in two the frequent one. */
    private void seed(UUID project, UUID author) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                INSERT INTO knowledge_entry (id, project_id, title, content, category,
                                    importance, tags, tag_text, author_id, version, created_at, updated_at)
                                SELECT gen_random_uuid(), ?, 'Entry number ' || n,
                                    '## Overview of part ' || n || E'\\n' || CASE WHEN n % 1000 = 0
                                        THEN 'gazelle ' ELSE '' END || CASE WHEN n % 2 = 0
                                        THEN 'schema ' ELSE '' END
                                        || repeat('the database keeps what service ' || n % 97
                                        || ' wrote for team ' || n % 31 || '. ', 12),
                                    'architecture', n % 4, ARRAY ['database'], 'database', ?, 1, now(), now()
                                FROM generate_series(1, ?) AS n
                                """)) {
            insert.setObject(1, project);
            insert.setObject(2, author);
            insert.setInt(3, ENTRIES);
            insert.executeUpdate();
            connection.createStatement().execute("ANALYZE knowledge_entry");
        }
    }

    private int first(String query, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            for (int place = 0; place < parameters.length; place++) {
                select.setObject(place + 1, parameters[place]);
            }
            int rows = 0;
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows++;
                }
            }
            return rows;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
