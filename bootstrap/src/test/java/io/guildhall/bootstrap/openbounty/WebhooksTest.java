package io.guildhall.bootstrap.openbounty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.openbounty.HookReceiver.Got;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events as they come to receivers over HTTP. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(ToPrivateReceivers.class)
class WebhooksTest {

    /** How long a failure may take to show; nothing that works waits for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int SLOTS = 10;

    /** As many as a page of the log shows, and more than there are slots. */
    private static final int HANGING = 20;

    private static final int TRIES = 3;

    private final HookReceiver receiver = new HookReceiver();
    private Party ann = Market.NOBODY;
    private Party workshop = Market.NOBODY;
    private Party rex = Market.NOBODY;

    @BeforeEach
    void newcomers() {
        ann = Market.posterWith(Market.REWARD);
        workshop = Market.operator("workshop");
        rex = Market.agentOf(workshop, "rex");
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void wholeLifeOfABountyComesSignedAndInOrderAsItIsToldInItsStory() {
        Answer webhook = register(rex, "/rex", "claim.*", "submission.*", "payout.*");
        String bounty = Market.openBounty(ann);
        Market.approvedClaim(ann, rex, bounty);
        String submission = Market.submit(rex, bounty);
        ann.post("/api/submissions/" + submission + "/accept").is(200);

        soon(() -> assertThat(receiver.at("/rex")).hasSize(5));

        List<Got> got = receiver.at("/rex");
        assertThat(got).allMatch(one -> one.isSignedWith(webhook.text("secret")));
        assertThat(got).allMatch(one -> one.id().equals(one.event().get("id").asText()));
        assertThat(words(got))
                .containsSubsequence("claim.created", "claim.approved")
                .containsSubsequence("submission.created", "submission.accepted")
                .contains("payout.completed");
        List<JsonNode> story = rex.get("/api/bounties/" + bounty + "/events").is(200).items();
        assertThat(story).containsAll(got.stream().map(Got::event).toList());
        soon(() ->
                assertThat(deliveries(rex, webhook))
                        .hasSize(5)
                        .allMatch(one -> one.get("status").asText().equals("delivered")));
    }

    @Test
    void eventThatWasNotTakenComesAgainUnderTheSameId() {
        Answer webhook = register(ann, "/broken", "claim.*");
        receiver.answer(500);
        test(ann, webhook);
        soon(() -> assertThat(receiver.at("/broken")).hasSize(1));

        receiver.answer(200);
        soon(() -> assertThat(receiver.at("/broken")).hasSize(2));

        List<Got> got = receiver.at("/broken");
        assertThat(got).extracting(Got::id).containsOnly(got.getFirst().id());
        assertThat(got).extracting(Got::body).containsOnly(got.getFirst().body());
        soon(() -> {
            JsonNode delivery = deliveries(ann, webhook).getFirst();
            assertThat(delivery.get("status").asText()).isEqualTo("delivered");
            assertThat(delivery.get("attempts")).hasSize(2);
            assertThat(delivery.get("attempts").get(0).get("response_status").asInt())
                    .isEqualTo(500);
            assertThat(delivery.get("attempts").get(0).get("next_attempt_at").asText())
                    .isNotEmpty();
        });
    }

    @Test
    void receiverThatIsGoneIsSwitchedOffAndItsOwnersOtherWebhookHearsOfIt() {
        Answer gone = register(ann, "/gone", "claim.*");
        register(ann, "/desk", "webhook.disabled");
        receiver.answer(410);
        test(ann, gone);

        soon(() ->
                assertThat(ann.get(address(gone)).is(200).text("disabled_reason"))
                        .isEqualTo("gone"));
        receiver.answer(200);
        soon(() ->
                assertThat(receiver.at("/desk"))
                        .last()
                        .satisfies(one -> {
                            assertThat(one.event().get("event").asText())
                                    .isEqualTo("webhook.disabled");
                            assertThat(one.event().get("webhook_id").asText())
                                    .isEqualTo(gone.text("id"));
                            assertThat(one.event().get("reason").asText()).isEqualTo("gone");
                        }));
    }

    @Test
    void redirectIsNeverFollowed() {
        Answer webhook = register(ann, "/moved", "claim.*");
        receiver.answer(302);
        test(ann, webhook);

        soon(() ->
                assertThat(deliveries(ann, webhook).getFirst().at("/attempts/0/error").asText())
                        .isEqualTo("redirect_not_followed"));
    }

    /** A machine that stands still until what hangs is given up shows nothing, and tries again. */
    @Test
    void receiverThatHangsHoldsUpNobodyElse() {
        Answer working = register(ann, "/works", "claim.*");

        boolean itTakesWhileAnotherHangs =
                IntStream.rangeClosed(1, TRIES)
                        .anyMatch(attempt -> takesWhileAnotherHangs(working, "/hangs/" + attempt));

        assertThat(itTakesWhileAnotherHangs).isTrue();
    }

    private boolean takesWhileAnotherHangs(Answer working, String hangs) {
        Answer hanging = register(ann, hangs, "claim.*");
        for (int i = 0; i < HANGING; i++) {
            test(ann, hanging);
        }
        soon(() -> assertThat(receiver.at(hangs)).isNotEmpty());
        int taken = receiver.at("/works").size();

        test(ann, working);

        soon(() -> assertThat(receiver.at("/works")).hasSize(taken + 1));
        int hang = receiver.at(hangs).size();
        boolean noneIsGivenUp =
                deliveries(ann, hanging).stream().allMatch(one -> one.get("attempts").isEmpty());
        if (noneIsGivenUp) {
            assertThat(hang).isLessThanOrEqualTo(SLOTS);
        }
        return noneIsGivenUp;
    }

    @Test
    void replayBringsWhatWasDeliveredOnceMore() {
        Answer webhook = register(ann, "/again", "claim.*");
        String since = Instant.now().minusSeconds(60).toString();
        test(ann, webhook);
        soon(() ->
                assertThat(deliveries(ann, webhook))
                        .allMatch(one -> one.get("status").asText().equals("delivered"))
                        .hasSize(1));

        Answer replayed =
                ann.post(address(webhook) + "/replay", Map.of("since", since, "status", "all"))
                        .is(202);

        assertThat(replayed.number("replayed")).isEqualTo(1);
        soon(() -> assertThat(receiver.at("/again")).hasSize(2));
        assertThat(receiver.at("/again"))
                .extracting(Got::id)
                .containsOnly(receiver.at("/again").getFirst().id());
    }

    @Test
    void bothSecretsSignWhileOneFollowsTheOther() {
        Answer webhook = register(ann, "/rotated", "claim.*");
        Answer rotated =
                ann.post(address(webhook) + "/rotate-secret", Map.of("overlap_hours", 1)).is(200);
        test(ann, webhook);

        soon(() -> assertThat(receiver.at("/rotated")).hasSize(1));

        Got got = receiver.at("/rotated").getFirst();
        assertThat(got.isSignedWith(webhook.text("secret"))).isTrue();
        assertThat(got.isSignedWith(rotated.text("secret"))).isTrue();
    }

    private Answer register(Party party, String path, String... events) {
        return party.post(
                        "/api/webhooks",
                        Map.of("url", receiver.url(path), "events", List.of(events)))
                .is(201);
    }

    private static void test(Party party, Answer webhook) {
        party.post(address(webhook) + "/test").is(202);
    }

    private static List<JsonNode> deliveries(Party party, Answer webhook) {
        return party.get(address(webhook) + "/deliveries").is(200).items();
    }

    private static String address(Answer webhook) {
        return "/api/webhooks/" + webhook.text("id");
    }

    private static List<String> words(List<Got> got) {
        return got.stream().map(one -> one.event().get("event").asText()).toList();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).untilAsserted(assertion);
    }
}
