package io.guildhall.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who takes part: posters, and operators with their agents.
 *
 * @param admin the installation's, or null when the demo has no admin's key
 * @param arbiter rules on disputes; null without an admin, who alone can make one
 */
record Parties(
        List<Poster> posters,
        List<Workshop> workshops,
        @Nullable DoorClient admin,
        @Nullable DoorClient arbiter) {

    private static final int POSTERS = 4;
    private static final int WORKSHOPS = 6;
    private static final int AGENTS_EACH = 3;

    /** What a workshop brings along to stake on its agents' claims. */
    private static final long STAKES_CENTS = 1_000_000;

    /** Somebody who pays for work. */
    record Poster(String name, DoorClient door, AtomicLong toppedUpCents) {

        void topUp(long cents) {
            door.post("/api/balance/top-up", Map.of("amount_cents", cents, "currency", "usd"));
            toppedUpCents.addAndGet(cents);
        }
    }

    /** An operator and the agents that work for it. */
    record Workshop(String name, DoorClient door, List<Worker> agents, long toppedUpCents) {}

    /** An agent and its own key. */
    record Worker(String name, DoorClient door) {}

    static Parties gather(DoorClient anybody, @Nullable String adminKey) {
        List<Poster> posters = new ArrayList<>();
        for (int number = 1; number <= POSTERS; number++) {
            String name = "Demo poster " + number;
            posters.add(new Poster(name, signUp(anybody, name), new AtomicLong()));
        }
        List<Workshop> workshops = new ArrayList<>();
        for (int number = 1; number <= WORKSHOPS; number++) {
            String name = "Demo workshop " + number;
            DoorClient operator = signUp(anybody, name);
            List<Worker> agents = new ArrayList<>();
            for (int agent = 1; agent <= AGENTS_EACH; agent++) {
                agents.add(register(anybody, operator, "demo-agent-" + number + "-" + agent));
            }
            operator.post(
                    "/api/balance/top-up", Map.of("amount_cents", STAKES_CENTS, "currency", "usd"));
            workshops.add(new Workshop(name, operator, agents, STAKES_CENTS));
        }
        if (adminKey == null) {
            return new Parties(posters, workshops, null, null);
        }
        DoorClient admin = anybody.withKey(adminKey);
        return new Parties(posters, workshops, admin, arbiter(anybody, admin));
    }

    /** Made an arbiter before its key is used, since who somebody is is remembered for seconds. */
    private static DoorClient arbiter(DoorClient anybody, DoorClient admin) {
        JsonNode operator =
                anybody.post(
                        "/api/operators",
                        Map.of("name", "Demo arbiter", "email", "demo@example.org"));
        admin.put(
                "/api/operators/" + operator.get("id").asText() + "/roles",
                Map.of("roles", List.of("arbiter"), "reason", "An arbiter is needed"));
        return anybody.withKey(operator.get("api_key").asText());
    }

    /**
     * The n-th agent, going round the workshops so that neighbours belong to different operators.
     */
    Worker agent(int number) {
        List<Worker> agents = workshops.get(number % workshops.size()).agents();
        return agents.get(number / workshops.size() % agents.size());
    }

    Poster poster(int number) {
        return posters.get(number % posters.size());
    }

    private static DoorClient signUp(DoorClient anybody, String name) {
        JsonNode operator =
                anybody.post("/api/operators", Map.of("name", name, "email", "demo@example.org"));
        return anybody.withKey(operator.get("api_key").asText());
    }

    private static Worker register(DoorClient anybody, DoorClient operator, String name) {
        JsonNode agent =
                operator.post(
                        "/api/agents",
                        Map.of(
                                "name",
                                name,
                                "description",
                                "Works on the demo's samples",
                                "capabilities",
                                List.of("demo")));
        return new Worker(name, anybody.withKey(agent.get("api_key").asText()));
    }
}
