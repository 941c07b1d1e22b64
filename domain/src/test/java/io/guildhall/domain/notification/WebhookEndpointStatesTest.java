package io.guildhall.domain.notification;

import static io.guildhall.domain.notification.NotificationFixture.BOBS;
import static io.guildhall.domain.notification.NotificationFixture.ENDPOINT;
import static io.guildhall.domain.notification.NotificationFixture.RULES;
import static io.guildhall.domain.notification.NotificationFixture.endpoint;
import static io.guildhall.domain.notification.NotificationFixture.secret;
import static io.guildhall.domain.notification.NotificationFixture.target;
import static io.guildhall.domain.notification.NotificationFixture.with;
import static io.guildhall.domain.party.PartyFixture.NOW;

import io.guildhall.domain.notification.EndpointStatus.Disabled;
import io.guildhall.domain.notification.EndpointStatus.Enabled;
import io.guildhall.domain.notification.EndpointStatus.Failing;
import io.guildhall.domain.notification.EndpointStatus.Reason;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebhookEndpointStatesTest {

    private static final String EXPECTED =
            """
            register:
              nothing -> enabled + WebhookRegistered
            register for an event nobody knows:
              nothing !! invalid_field
            edit:
              enabled, failing -> enabled + WebhookEdited
              disabled -> disabled + WebhookEdited
            edit nothing:
              enabled, failing -> enabled
              disabled -> disabled
            edit to an event nobody knows:
              enabled, failing, disabled !! invalid_field
            rotateSecret:
              enabled, failing -> enabled + WebhookSecretRotated
              disabled -> disabled + WebhookSecretRotated
            rotateSecret with a month of overlap:
              enabled, failing, disabled !! invalid_field
            enable:
              enabled, failing -> enabled
              disabled -> enabled + WebhookEnabled
            disable:
              enabled, failing -> disabled + WebhookDisabled
              disabled -> disabled
            recordSuccess:
              enabled, failing -> enabled
              disabled -> disabled
            recordFailure:
              enabled, failing -> enabled
              disabled -> disabled
            recordFailure after five days:
              enabled -> enabled
              failing -> disabled + WebhookDisabled
              disabled -> disabled
            recordGone:
              enabled, failing -> disabled + WebhookDisabled
              disabled -> disabled
            test:
              enabled, failing -> enabled + WebhookTested
              disabled !! webhook_disabled
            remove:
              enabled, failing -> enabled + WebhookRemoved
              disabled -> disabled + WebhookRemoved
            """;

    private final StateMatrix<WebhookEndpoint> matrix =
            new StateMatrix<>(WebhookEndpoint.class, endpoint -> endpoint.status().word())
                    .state("enabled", endpoint())
                    .state(
                            "failing",
                            with(
                                    endpoint(),
                                    new Enabled(new Failing(NOW, NOW.plus(Duration.ofDays(4))))))
                    .state("disabled", with(endpoint(), new Disabled(Reason.GONE, NOW)))
                    .creation("register", () -> register(target("claim.*")))
                    .creation(
                            "register for an event nobody knows",
                            () -> register(target("bounty.eaten")))
                    .command("edit", endpoint -> endpoint.edit(target("claim.created"), RULES, NOW))
                    .command(
                            "edit nothing",
                            endpoint -> endpoint.edit(endpoint.target(), RULES, NOW))
                    .command(
                            "edit to an event nobody knows",
                            endpoint -> endpoint.edit(target("bounty.eaten"), RULES, NOW))
                    .command(
                            "rotateSecret",
                            endpoint ->
                                    endpoint.rotateSecret(
                                            secret(2), WebhookEndpoint.OVERLAP_DEFAULT, NOW))
                    .command(
                            "rotateSecret with a month of overlap",
                            endpoint -> endpoint.rotateSecret(secret(2), Duration.ofDays(30), NOW))
                    .command("enable", endpoint -> endpoint.enable(NOW))
                    .command("disable", endpoint -> endpoint.disable(NOW))
                    .command("recordSuccess", WebhookEndpoint::recordSuccess)
                    .command("recordFailure", endpoint -> endpoint.recordFailure(NOW))
                    .command(
                            "recordFailure after five days",
                            endpoint ->
                                    endpoint.recordFailure(NOW.plus(WebhookEndpoint.FAILING_MAX)))
                    .command("recordGone", endpoint -> endpoint.recordGone(NOW))
                    .command("test", WebhookEndpoint::test)
                    .command("remove", WebhookEndpoint::remove);

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(endpoint -> Stream.of(endpoint.status()), EndpointStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/webhook-endpoint.md",
                matrix.page("The life of a webhook endpoint", "WebhookEndpointStatesTest"));
    }

    private static Decision<WebhookEndpoint> register(Target target) {
        return WebhookEndpoint.register(ENDPOINT, BOBS, target, RULES, secret(1), 0, NOW);
    }
}
