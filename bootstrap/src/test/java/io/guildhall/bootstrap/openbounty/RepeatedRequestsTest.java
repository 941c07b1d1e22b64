package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A write that is sent again under the same {@code Idempotency-Key} has happened once. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RepeatedRequestsTest {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Map<String, Object> TEN_DOLLARS = Map.of("amount_cents", 1_000);
    private static final Map<String, Object> EVE =
            Map.of("name", "eve", "email", "eve@example.org");

    private Party ann = Market.NOBODY;

    @BeforeEach
    void signUp() {
        ann = Market.operator("ann");
    }

    @Test
    void repeatedRequestIsAnsweredAgainAndDoneOnce() {
        Party repeating = ann.with(KEY, "first");

        Answer first = repeating.post("/api/balance/top-up", TEN_DOLLARS).is(201);
        Answer second = repeating.post("/api/balance/top-up", TEN_DOLLARS).is(201);

        assertThat(first.header(REPLAYED)).isEmpty();
        assertThat(second.header(REPLAYED)).hasValue("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(Balance.of(ann)).isEqualTo(new Balance(1_000, 0, 0));
    }

    @Test
    void everyWriteOfAMarketCanBeRepeated() {
        Party workshop = Party.of(twice(ann, repeated -> repeated.post("/api/operators", EVE)));
        Party rex =
                Party.of(twice(workshop, repeated -> repeated.post("/api/agents", named("rex"))));
        twice(workshop, repeated -> repeated.patch("/api/agents/" + rex.id(), named("Rex")));
        twice(rex, repeated -> repeated.post("/api/me/keys"));
        String ida =
                twice(workshop, repeated -> repeated.post("/api/agents", named("ida"))).text("id");
        twice(workshop, repeated -> repeated.post("/api/agents/" + ida + "/keys"));
        twice(workshop, repeated -> repeated.delete("/api/agents/" + ida));
        String bounty =
                twice(
                                ann,
                                repeated ->
                                        repeated.post(
                                                "/api/bounties",
                                                Market.posting(Market.REWARD, "approval")))
                        .text("id");
        String path = "/api/bounties/" + bounty;
        twice(
                ann,
                repeated ->
                        repeated.post(
                                "/api/balance/top-up", Map.of("amount_cents", 2 * Market.REWARD)));
        twice(ann, repeated -> repeated.post(path + "/fund"));
        twice(ann, repeated -> repeated.patch(path, Map.of("title", "Port the parser")));
        String withdrawn = twice(rex, repeated -> repeated.post(path + "/claims")).text("id");
        twice(rex, repeated -> repeated.post("/api/claims/" + withdrawn + "/withdraw"));
        String rejected = twice(rex, repeated -> repeated.post(path + "/claims")).text("id");
        twice(
                ann,
                repeated ->
                        repeated.post(
                                "/api/claims/" + rejected + "/reject",
                                Map.of("reason", "somebody_else")));
        String released = twice(rex, repeated -> repeated.post(path + "/claims")).text("id");
        twice(ann, repeated -> repeated.post("/api/claims/" + released + "/approve"));
        twice(rex, repeated -> repeated.post("/api/claims/" + released + "/release"));
        String claim = twice(rex, repeated -> repeated.post(path + "/claims")).text("id");
        twice(ann, repeated -> repeated.post("/api/claims/" + claim + "/approve"));
        twice(ann, judged(submitted(rex, path), "/request-revision"));
        twice(ann, judged(submitted(rex, path), "/reject"));
        twice(ann, judged(submitted(rex, path), "/accept"));
        twice(
                workshop,
                repeated ->
                        repeated.post("/api/balance/withdraw", Map.of("amount_cents", Market.NET)));
        String unwanted = Market.openBounty(ann);
        twice(
                ann,
                repeated ->
                        repeated.post(
                                "/api/bounties/" + unwanted + "/cancel",
                                Map.of("reason", "requirements_changed")));

        assertThat(Balance.of(ann)).isEqualTo(new Balance(Market.REWARD, 0, 0));
        assertThat(Balance.of(workshop).available()).isZero();
    }

    @Test
    void repeatedAnswerKeepsItsSecretToItself() {
        Party repeating = ann.with(KEY, "rex");

        Answer first = repeating.post("/api/agents", named("rex")).is(201);
        Answer second = repeating.post("/api/agents", named("rex")).is(201);

        assertThat(first.text("api_key")).startsWith("obk_live_");
        assertThat(second.header(REPLAYED)).hasValue("true");
        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(second.body().toString()).doesNotContain(first.text("api_key"));
        assertThat(second.body().path("api_key").isTextual()).isFalse();
        assertThat(ann.get("/api/agents").is(200).items()).hasSize(1);
    }

    @Test
    void keyWithAnotherBodyIsRefused() {
        Party repeating = ann.with(KEY, "first");
        repeating.post("/api/balance/top-up", TEN_DOLLARS).is(201);

        Answer refused =
                repeating
                        .post("/api/balance/top-up", Map.of("amount_cents", 2_000))
                        .isRefusal(422, "validation_error");

        assertThat(refused.text("reason")).isEqualTo("idempotency_key_reused");
        assertThat(Balance.of(ann)).isEqualTo(new Balance(1_000, 0, 0));
    }

    @Test
    void keyBelongsToItsCallerMethodAndPath() {
        Party bob = Market.operator("bob");

        Answer ofAnn = ann.with(KEY, "k").post("/api/balance/top-up", TEN_DOLLARS).is(201);
        Answer ofBob = bob.with(KEY, "k").post("/api/balance/top-up", TEN_DOLLARS).is(201);
        Answer elsewhere = ann.with(KEY, "k").post("/api/balance/withdraw", TEN_DOLLARS).is(201);

        assertThat(List.of(ofAnn, ofBob, elsewhere))
                .allSatisfy(answer -> assertThat(answer.header(REPLAYED)).isEmpty());
        assertThat(Balance.of(bob)).isEqualTo(new Balance(1_000, 0, 0));
    }

    @Test
    void refusalIsNotKept() {
        Party repeating = ann.with(KEY, "first");
        repeating.post("/api/balance/withdraw", TEN_DOLLARS).isRefusal(409, "conflict");
        Market.topUp(ann, 1_000);

        Answer withdrawn = repeating.post("/api/balance/withdraw", TEN_DOLLARS).is(201);

        assertThat(withdrawn.header(REPLAYED)).isEmpty();
    }

    @Test
    void aHundredAtOnceWithOneKeyHaveOneEffectAndOneAnswer() {
        Party repeating = ann.with(KEY, "rush");
        Callable<Answer> send = () -> repeating.post("/api/balance/top-up", TEN_DOLLARS);

        List<Answer> answers = Crowd.atOnce(Collections.nCopies(100, send));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
        assertThat(answers).filteredOn(answer -> answer.header(REPLAYED).isPresent()).hasSize(99);
        assertThat(Balance.of(ann)).isEqualTo(new Balance(1_000, 0, 0));
    }

    @Test
    void keyOfTheWrongFormIsRefusedByName() {
        ann.with(KEY, "x".repeat(256))
                .post("/api/balance/top-up", TEN_DOLLARS)
                .isRefusalOf(422, "validation_error", KEY);
    }

    @Test
    void readingTakesNoNoticeOfAKey() {
        Party repeating = ann.with(KEY, "read");
        repeating.get("/api/balance").is(200);
        Market.topUp(ann, 1_000);

        Answer again = repeating.get("/api/balance").is(200);

        assertThat(again.header(REPLAYED)).isEmpty();
        assertThat(Balance.of(repeating)).isEqualTo(new Balance(1_000, 0, 0));
    }

    @Test
    void nobodysKeyIsNotRemembered() {
        Visitor somebody = Visitor.anonymous().with(KEY, "sign-up");

        Answer first = somebody.post("/api/operators", EVE).is(201);
        Answer second = somebody.post("/api/operators", EVE).is(201);

        assertThat(second.header(REPLAYED)).isEmpty();
        assertThat(second.text("id")).isNotEqualTo(first.text("id"));
    }

    /** Sends it twice under one key of its own, and hands on the first answer. */
    private static Answer twice(Party caller, Function<Party, Answer> write) {
        Party repeating = caller.with(KEY, UUID.randomUUID().toString());
        Answer first = write.apply(repeating);
        assertThat(first.status()).as("%s", first).isIn(200, 201);
        assertThat(first.header(REPLAYED)).as("replayed: %s", first).isEmpty();

        Answer second = write.apply(repeating).is(first.status());
        assertThat(second.header(REPLAYED)).as("replayed: %s", second).hasValue("true");
        assertThat(withoutSecret(second)).isEqualTo(withoutSecret(first));
        return first;
    }

    private static JsonNode withoutSecret(Answer answer) {
        ObjectNode shown = answer.body().deepCopy();
        return shown.without("api_key");
    }

    private static String submitted(Party agent, String bounty) {
        return twice(agent, repeated -> repeated.post(bounty + "/submissions", Market.work()))
                .text("id");
    }

    private static Function<Party, Answer> judged(String submission, String word) {
        String path = "/api/submissions/" + submission + word;
        return word.equals("/accept")
                ? repeated -> repeated.post(path)
                : repeated -> repeated.post(path, Market.rejection("Missing test coverage"));
    }

    private static Map<String, Object> named(String name) {
        return Map.of("name", name);
    }
}
