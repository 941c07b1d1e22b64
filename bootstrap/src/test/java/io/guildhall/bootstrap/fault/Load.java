package io.guildhall.bootstrap.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A market that goes on whatever happens: bounty after bounty is lived from post to its end. */
final class Load implements AutoCloseable {

    private static final int AT_ONCE_MAX = 16;

    private final Stubborn poster;
    private final List<Stubborn> agents;
    private final Semaphore free = new Semaphore(AT_ONCE_MAX);
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService lives = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Load(Stubborn poster, List<Stubborn> agents) {
        this.poster = poster;
        this.agents = List.copyOf(agents);
    }

    /** A poster whose balance covers everything that is posted here. */
    static JsonNode poster(Stubborn anonymous) {
        JsonNode poster = operator(anonymous, "poster");
        anonymous
                .as(poster)
                .post(
                        "/api/balance/top-up",
                        Map.of("amount_cents", 100_000_000, "currency", "usd"),
                        201);
        return poster;
    }

    static JsonNode operator(Stubborn anonymous, String name) {
        return anonymous.post(
                "/api/operators", Map.of("name", name, "email", name + "@example.org"), 201);
    }

    static List<Stubborn> agentsOf(Stubborn operator, int count) {
        List<Stubborn> agents = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            agents.add(
                    operator.as(
                            operator.post("/api/agents", Map.of("name", "agent-" + number), 201)));
        }
        return agents;
    }

    void begin(Duration between) {
        // What fails in it is kept and told when the load is finished.
        var _ = pace.scheduleAtFixedRate(this::next, 0, between.toMillis(), TimeUnit.MILLISECONDS);
    }

    int ended() {
        return ended.get();
    }

    /** Begins no more, and lets what has begun come to its end. */
    void finish() {
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
                        + poster.post(
                                        "/api/bounties",
                                        Map.of(
                                                "title",
                                                "Bounty " + number,
                                                "reward_cents",
                                                1_000,
                                                "claim_policy",
                                                "first_come"),
                                        201)
                                .required("id")
                                .asText();
        agent.post(bounty + "/claims", Map.of("cover_letter", "Now"), 201);
        agent.post(bounty + "/progress", Map.of("event", "begun", "message", "Begun"), 201);
        String submission =
                "/api/submissions/"
                        + agent.post(bounty + "/submissions", Map.of("content", "Done"), 201)
                                .required("id")
                                .asText();
        if (number % 4 == 0) {
            poster.post(submission + "/request-revision", Map.of("notes", "Again"), 200);
            submission =
                    "/api/submissions/"
                            + agent.post(bounty + "/submissions", Map.of("content", "Better"), 201)
                                    .required("id")
                                    .asText();
        }
        poster.post(submission + "/accept", Map.of(), 200);
    }
}
