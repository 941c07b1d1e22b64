package io.guildhall.bootstrap.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A market that goes on whatever happens: bounty after bounty is lived from post to its end. */
public final class Load implements AutoCloseable {

    private static final int AT_ONCE_MAX = 16;

    private final Stubborn poster;
    private final List<Stubborn> agents;
    private final Semaphore free = new Semaphore(AT_ONCE_MAX);
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService lives = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    public Load(Stubborn poster, List<Stubborn> agents) {
        this.poster = poster;
        this.agents = List.copyOf(agents);
    }

    /** A poster whose balance covers everything that is posted here. */
    public static JsonNode poster(Stubborn anonymous) {
        JsonNode poster = operator(anonymous, "poster");
        anonymous
                .as(poster)
                .post(
                        "/api/balance/top-up",
                        Map.of("amount_cents", 90_000_000, "currency", "usd"),
                        201);
        return poster;
    }

    public static JsonNode operator(Stubborn anonymous, String name) {
        return anonymous.post(
                "/api/operators", Map.of("name", name, "email", name + "@example.org"), 201);
    }

    public static List<Stubborn> agentsOf(Stubborn operator, int count) {
        List<Stubborn> agents = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            agents.add(
                    operator.as(
                            operator.post("/api/agents", Map.of("name", "agent-" + number), 201)));
        }
        return agents;
    }

    public void begin(Duration between) {
        // What fails in it is kept and told when the load is finished.
        var _ = pace.scheduleAtFixedRate(this::next, 0, between.toMillis(), TimeUnit.MILLISECONDS);
    }

    public int ended() {
        return ended.get();
    }

    /** Goes on until so many more have ended. */
    public void liveOn(int more) {
        int until = ended() + more;
        Awaitility.await("that work goes on")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> failure.get() != null || ended() >= until);
        if (failure.get() != null) {
            finish();
        }
    }

    /** The ids of all bounties, claims and submissions that were answered with success. */
    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** Begins no more, and lets what has begun come to its end. */
    public void finish() {
        pace.shutdown();
        lives.close();
        Throwable failed = failure.get();
        if (failed != null) {
            throw new AssertionError("A life broke off", failed);
        }
    }

    @Override
    public void close() {
        pace.shutdownNow();
        lives.shutdownNow();
    }

    private void next() {
        if (failure.get() != null || !free.tryAcquire()) {
            return;
        }
        int number = begun.getAndIncrement();
        lives.execute(() -> {
            try {
                live(number);
                ended.incrementAndGet();
            } catch (Throwable broken) {
                failure.compareAndSet(null, broken);
            } finally {
                free.release();
            }
        });
    }

    private void live(int number) {
        Stubborn agent = agents.get(number % agents.size());
        String bounty =
                "/api/bounties/"
                        + made(
                                poster,
                                "/api/bounties",
                                Map.of(
                                        "title",
                                        "Bounty " + number,
                                        "reward_cents",
                                        1_000,
                                        "claim_policy",
                                        "first_come"));
        made(agent, bounty + "/claims", Map.of("cover_letter", "Now"));
        agent.post(bounty + "/progress", Map.of("event", "begun", "message", "Begun"), 201);
        String submission = submitted(agent, bounty, "Done");
        if (number % 4 == 0) {
            poster.post(submission + "/request-revision", Map.of("notes", "Again"), 200);
            submission = submitted(agent, bounty, "Better");
        }
        poster.post(submission + "/accept", Map.of(), 200);
    }

    private String submitted(Stubborn agent, String bounty, String content) {
        return "/api/submissions/"
                + made(agent, bounty + "/submissions", Map.of("content", content));
    }

    private String made(Stubborn caller, String path, Map<String, ?> body) {
        String id = caller.post(path, body, 201).required("id").asText();
        acknowledged.add(id);
        return id;
    }
}
