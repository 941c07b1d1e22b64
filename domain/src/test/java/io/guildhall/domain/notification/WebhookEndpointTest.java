package io.guildhall.domain.notification;

import static io.guildhall.domain.notification.NotificationFixture.BOBS;
import static io.guildhall.domain.notification.NotificationFixture.BOBS_AGENTS;
import static io.guildhall.domain.notification.NotificationFixture.ENDPOINT;
import static io.guildhall.domain.notification.NotificationFixture.URL;
import static io.guildhall.domain.notification.NotificationFixture.endpoint;
import static io.guildhall.domain.notification.NotificationFixture.secret;
import static io.guildhall.domain.notification.NotificationFixture.with;
import static io.guildhall.domain.notification.NotificationFixture.withClosedSecret;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static io.guildhall.domain.party.PartyFixture.ANNS_AGENT;
import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static io.guildhall.domain.party.PartyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.notification.EndpointStatus.Disabled;
import io.guildhall.domain.notification.EndpointStatus.Enabled;
import io.guildhall.domain.notification.EndpointStatus.Failing;
import io.guildhall.domain.notification.EndpointStatus.Reason;
import io.guildhall.domain.notification.WebhookEvent.WebhookDisabled;
import io.guildhall.domain.party.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEndpointTest {

    @Test
    void fiveDaysOfFailuresSwitchItOffAndItsOwnerIsTold() {
        Instant fiveDaysLater = NOW.plus(Duration.ofDays(5));
        WebhookEndpoint failing = failingDaily(5);

        assertThat(failing.status()).isEqualTo(new Enabled(new Failing(NOW, daysLater(4))));
        assertThat(failing.recordFailure(fiveDaysLater.minusSeconds(1)).orThrow().state())
                .extracting(WebhookEndpoint::isEnabled)
                .isEqualTo(true);
        var off = failing.recordFailure(fiveDaysLater).orThrow();
        assertThat(off.state().status()).isEqualTo(new Disabled(Reason.FAILING, fiveDaysLater));
        assertThat(off.events())
                .containsExactly(new WebhookDisabled(ENDPOINT, BOBS, URL, Reason.FAILING));
    }

    @Test
    void oldFailureAfterWhichNothingWasTriedIsForgottenAtTheNext() {
        WebhookEndpoint failing = failingDaily(4);
        Duration quiet = Failing.APART_MAX;

        var stillFailing = failing.recordFailure(daysLater(3).plus(quiet)).orThrow().state();
        Instant later = daysLater(3).plus(quiet).plusSeconds(1);
        var anew = failing.recordFailure(later).orThrow();

        assertThat(quiet).isGreaterThan(Duration.ofHours(24).multipliedBy(12).dividedBy(10));
        assertThat(stillFailing.status())
                .isEqualTo(new Enabled(new Failing(NOW, daysLater(3).plus(quiet))));
        assertThat(anew.state().status()).isEqualTo(new Enabled(new Failing(later, later)));
        assertThat(anew.events()).isEmpty();
    }

    @Test
    void failuresOfOneHourAreNotedOnce() {
        WebhookEndpoint failing = endpoint().recordFailure(NOW).orThrow().state();

        assertThat(failing.recordFailure(NOW.plusSeconds(3_599)).orThrow().state())
                .isEqualTo(failing);
        assertThat(failing.recordFailure(NOW.plusSeconds(3_600)).orThrow().state().status())
                .isEqualTo(new Enabled(new Failing(NOW, NOW.plusSeconds(3_600))));
    }

    @Test
    void oneDeliveryThatIsTakenBeginsTheCountAnew() {
        WebhookEndpoint failing = failingDaily(5);

        WebhookEndpoint well = failing.recordSuccess().orThrow().state();

        Instant fiveDaysLater = NOW.plus(Duration.ofDays(5));
        assertThat(well.status()).isEqualTo(new Enabled(null));
        assertThat(well.recordFailure(fiveDaysLater).orThrow().state().status())
                .isEqualTo(new Enabled(new Failing(fiveDaysLater, fiveDaysLater)));
    }

    @Test
    void enablingBeginsTheCountAnew() {
        WebhookEndpoint off = with(endpoint(), new Disabled(Reason.FAILING, NOW));

        assertThat(off.enable(NOW).orThrow().state().status()).isEqualTo(new Enabled(null));
    }

    @Test
    void formerSecretSignsBesideTheNewOneUntilItsTimeIsOver() {
        WebhookEndpoint rotated =
                endpoint()
                        .rotateSecret(secret(2), WebhookEndpoint.OVERLAP_DEFAULT, NOW)
                        .orThrow()
                        .state();

        assertThat(rotated.secretsAt(NOW)).containsExactly(secret(2), secret(1));
        assertThat(rotated.secretsAt(NOW.plus(Duration.ofHours(24)).minusNanos(1)))
                .containsExactly(secret(2), secret(1));
        assertThat(rotated.secretsAt(NOW.plus(Duration.ofHours(24)))).containsExactly(secret(2));
    }

    @Test
    void secretThatIsKnownToOthersCanBeReplacedAtOnce() {
        WebhookEndpoint rotated =
                endpoint().rotateSecret(secret(2), Duration.ZERO, NOW).orThrow().state();

        assertThat(rotated.former()).isNull();
        assertThat(rotated.secretsAt(NOW)).containsExactly(secret(2));
    }

    @Test
    void closedSecretSignsNothingAndIsReplacedAtOnce() {
        WebhookEndpoint closed = withClosedSecret(endpoint());

        WebhookEndpoint rotated =
                closed.rotateSecret(secret(2), WebhookEndpoint.OVERLAP_DEFAULT, NOW)
                        .orThrow()
                        .state();

        assertThat(closed.secretsAt(NOW)).isEmpty();
        assertThatThrownBy(closed::givenSecret).isInstanceOf(IllegalStateException.class);
        assertThat(rotated.former()).isNull();
        assertThat(rotated.secretsAt(NOW)).containsExactly(secret(2));
    }

    @Test
    void secretNeverStandsInALog() {
        assertThat(secret(1).text()).startsWith("whsec_").hasSizeGreaterThan(40);
        assertThat(endpoint().toString()).doesNotContain(secret(1).text().substring(10));
        assertThat(secret(1).toString()).isEqualTo("whsec_…");
        assertThat(secret(7).bytes()).hasSize(32).containsOnly(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23, 65})
    void secretIsNeitherShortNorLong(int bytes) {
        String text = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);

        assertThatThrownBy(() -> new Secret(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void operatorManagesItsOwnAndItsAgentsEndpointsAndAnAgentItsOwn() {
        Caller bob = Caller.operator(BOB, Set.of());
        Caller bobsAgent = Caller.agent(BOBS_AGENT, BOB);

        assertThat(List.of(BOBS, BOBS_AGENTS)).allMatch(hearer -> hearer.isManagedBy(bob));
        assertThat(BOBS.isManagedBy(bobsAgent)).isFalse();
        assertThat(BOBS_AGENTS.isManagedBy(bobsAgent)).isTrue();
        for (Caller other :
                List.of(Caller.operator(ANN, Set.of()), Caller.agent(ANNS_AGENT, ANN))) {
            assertThat(BOBS.isManagedBy(other)).isFalse();
            assertThat(BOBS_AGENTS.isManagedBy(other)).isFalse();
        }
    }

    private static WebhookEndpoint failingDaily(int times) {
        WebhookEndpoint failing = endpoint();
        for (int day = 0; day < times; day++) {
            failing = failing.recordFailure(daysLater(day)).orThrow().state();
        }
        return failing;
    }

    private static Instant daysLater(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
