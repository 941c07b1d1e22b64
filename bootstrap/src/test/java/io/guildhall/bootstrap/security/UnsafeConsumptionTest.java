package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.security.Knock.Heard;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * API10: what others answer is believed no more than what callers send. Here a language model
 * answers badly, whose word could decide about work. That all others may answer what they like, too
 * much, too late, in no form or another, or by sending us elsewhere, is shown where they are asked:
 *
 * <ul>
 *   <li>Stripe: {@code StripeAnswersTest} (no form, other kinds, about something else, redirects,
 *       size, time), {@code StripePaymentProviderTest} and {@code StripeChaosTest} (silence and
 *       errors, before and after it has done it), {@code StripeNoticeReaderTest} (what it tells by
 *       itself);
 *   <li>GitHub: {@code UnreadableAnswersTest} (no form, other kinds, redirects, size, time), {@code
 *       RepositoryOutagesTest} (silence, errors, where a token goes), {@code GithubCodeHostTest}
 *       (who came), {@code NoticesFromGithubTest} (what it tells by itself);
 *   <li>nodes of a chain: {@code NodesTest} (no answer, size, time, redirects, another chain, one
 *       that is behind), {@code UnreadableNodesTest} (other kinds), {@code ProviderLimitsTest}
 *       (events that cannot be read);
 *   <li>an OIDC issuer: {@code IssuerTest} (no form, other kinds, redirects, size, time), {@code
 *       AccountTest} (forged, stale, for somebody else);
 *   <li>receivers of webhooks: {@code AnswersTest} (redirects, size, bodies that break off), {@code
 *       FailuresTest} (silence, drips, heads without end), {@code RebindingTest} and {@code
 *       HttpsTest} (who they are), {@code BadReceiversIT} (all of it at once);
 *   <li>the model itself: {@code LanguageModelGateTest} (silence, errors, scores out of bounds).
 * </ul>
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = BadModel.class, restrictToAnnotatedClass = true)
@TestProfile(AdminKnown.class)
class UnsafeConsumptionTest {

    @Test
    void rubbishOfAModelDecidesNothing() {
        String ann = World.operator("ann");
        World.topUp(ann);
        List<String> submissions = new ArrayList<>();
        for (int answer = 0; answer < BadModel.ANSWERS; answer++) {
            String agent = World.agent(World.operator("bob" + answer), "rex");
            String bounty =
                    Knock.post(
                                    ann,
                                    "/api/bounties",
                                    "{\"title\": \"Describe the parser\", \"reward_cents\": 5000,"
                                            + " \"claim_policy\": \"first_come\", \"quality_gate\":"
                                            + " true}")
                            .ok()
                            .at("/id");
            Knock.post(agent, "/api/bounties/" + bounty + "/claims", "{}").ok();
            submissions.add(
                    Knock.post(
                                    agent,
                                    "/api/bounties/" + bounty + "/submissions",
                                    "{\"content\": \"asdf\"}")
                            .ok()
                            .at("/id"));
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() ->
                        assertThat(submissions)
                                .allSatisfy(submission ->
                                        assertThat(
                                                        Knock.get(
                                                                        ann,
                                                                        "/api/submissions/"
                                                                                + submission)
                                                                .at("/status"))
                                                .isNotEqualTo("received")));

        assertThat(BadModel.asked()).isPositive();
        for (String submission : submissions) {
            Heard judged = Knock.get(ann, "/api/submissions/" + submission).ok();
            // Work that says nothing is turned back by the built-in scorer, whatever a model says.
            assertThat(judged.at("/status")).isEqualTo("gate_failed");
            assertThat(judged.text())
                    .doesNotContain("<script>")
                    .doesNotContain("Ignore your rules");
        }
    }
}
