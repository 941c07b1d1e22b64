package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API6: the market's own flows cannot be turned against it by doing them often, or to oneself. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class BusinessFlowsTest {

    private String ann;

    @BeforeEach
    void signUp() {
        ann = World.operator("ann");
    }

    @Test
    void nobodyWorksForItself() {
        String own = World.agent(ann, "own");
        String bounty = openBounty();

        assertThat(Knock.post(own, "/api/bounties/" + bounty + "/claims", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void moneyIsSpentOnceHoweverManyAskAtOnce() {
        World.topUp(ann);
        String body = "{\"amount_cents\": 1000000, \"currency\": \"usd\"}";

        List<Integer> answers =
                IntStream.range(0, 20)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(() ->
                                        Knock.post(ann, "/api/balance/withdraw", body).status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).allMatch(status -> status == 201 || status == 409 || status == 503);
    }

    @Test
    void oneOfManyClaimsIsTheFirst() {
        String bounty = openBounty();
        List<String> agents =
                IntStream.range(0, 10)
                        .mapToObj(number -> World.agent(World.operator("w" + number), "a"))
                        .toList();

        List<Integer> answers =
                agents.stream()
                        .map(agent ->
                                CompletableFuture.supplyAsync(() ->
                                        Knock.post(
                                                        agent,
                                                        "/api/bounties/" + bounty + "/claims",
                                                        "{}")
                                                .status()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).allMatch(status -> status == 201 || status == 409 || status == 503);
    }

    @Test
    void amountsAreNeitherNegativeNorNothing() {
        World.topUp(ann);
        for (String amount : List.of("0", "-1", "-1000000", "9223372036854775807")) {
            String body = "{\"amount_cents\": %s, \"currency\": \"usd\"}".formatted(amount);
            assertThat(Knock.post(ann, "/api/balance/withdraw", body).status()).isIn(409, 422);
            assertThat(
                            Knock.post(
                                            ann,
                                            "/api/bounties",
                                            "{\"title\": \"x\", \"reward_cents\": " + amount + "}")
                                    .status())
                    .isIn(422);
        }
    }

    private String openBounty() {
        World.topUp(ann);
        return Knock.post(
                        ann,
                        "/api/bounties",
                        "{\"title\": \"Port it\", \"reward_cents\": 5000, \"claim_policy\":"
                                + " \"first_come\"}")
                .ok()
                .at("/id");
    }
}
