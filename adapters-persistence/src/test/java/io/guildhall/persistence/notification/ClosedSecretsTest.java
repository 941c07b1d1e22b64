package io.guildhall.persistence.notification;

import static io.guildhall.domain.notification.NotificationFixture.RULES;
import static io.guildhall.domain.notification.NotificationFixture.secret;
import static io.guildhall.domain.notification.NotificationFixture.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.NamedSecretBox;
import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.application.notification.RotateWebhookSecret;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.persistence.PostgresForTests;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.Story;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that came without its secret, or a replica that was given another. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ClosedSecretsTest {

    @Inject PostgresGuildhall guildhall;
    @Inject Sql sql;

    private Story story;
    private WebhookEndpoint endpoint;
    private WebhookEndpoints ours;
    private WebhookEndpoints elsewhere;

    @BeforeEach
    void registerWhereItsSecretIsOpen() {
        story = new Story(guildhall.useCases);
        WebhookEndpoint registered =
                guildhall.useCases.registerWebhook.handle(
                        new RegisterWebhook.Command(story.poster, null, target()));
        endpoint =
                guildhall.useCases.rotateWebhookSecret.handle(
                        new RotateWebhookSecret.Command(
                                story.poster, registered.id(), Duration.ofHours(24)));
        ours = guildhall.ports.webhookEndpoints();
        elsewhere = new PostgresWebhookEndpoints(sql, new NamedSecretBox("elsewhere"));
    }

    @Test
    void endpointIsFoundWithoutThem() {
        WebhookEndpoint found = foundAt(elsewhere);

        assertThat(found.secret()).isNull();
        assertThat(found.former()).isNull();
        assertThat(found.secretsAt(now())).isEmpty();
        assertThat(found.target()).isEqualTo(endpoint.target());
        assertThat(unit(() -> elsewhere.findAll(List.of(endpoint.id())))).containsExactly(found);
        assertThat(unit(() -> elsewhere.managedBy(story.poster, PageRequest.first(10))).items())
                .containsExactly(found);
    }

    @Test
    void whoCannotOpenThemLeavesThemToThoseWhoCan() {
        WebhookEndpoint edited =
                foundAt(elsewhere).edit(target("claim.created"), RULES, now()).orThrow().state();

        unit(() -> elsewhere.save(edited));

        WebhookEndpoint found = foundAt(ours);
        assertThat(found.target()).isEqualTo(target("claim.created"));
        assertThat(found.secret()).isEqualTo(endpoint.secret());
        assertThat(found.former()).isEqualTo(endpoint.former());
    }

    @Test
    void newSecretTakesTheirPlace() {
        WebhookEndpoint rotated =
                foundAt(elsewhere)
                        .rotateSecret(secret(2), WebhookEndpoint.OVERLAP_DEFAULT, now())
                        .orThrow()
                        .state();

        unit(() -> elsewhere.save(rotated));

        assertThat(foundAt(elsewhere).secretsAt(now())).containsExactly(secret(2));
        assertThat(foundAt(ours).secret()).isNull();
    }

    @Test
    void endpointCanBeRemoved() {
        WebhookEndpoint closed = foundAt(elsewhere);

        guildhall.ports.transactions().run(() -> elsewhere.remove(closed));

        assertThat(unit(() -> elsewhere.find(endpoint.id()))).isEmpty();
    }

    private WebhookEndpoint foundAt(WebhookEndpoints endpoints) {
        return unit(() -> endpoints.find(endpoint.id()).orElseThrow());
    }

    private <T> T unit(Supplier<T> work) {
        return guildhall.ports.transactions().run(work);
    }

    private Instant now() {
        return guildhall.ports.clock().instant();
    }
}
