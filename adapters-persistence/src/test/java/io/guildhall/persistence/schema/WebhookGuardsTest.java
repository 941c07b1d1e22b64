package io.guildhall.persistence.schema;

import static io.guildhall.domain.notification.NotificationFixture.endpoint;
import static io.guildhall.domain.notification.NotificationFixture.secret;
import static io.guildhall.domain.notification.NotificationFixture.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.Hearer;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Agent;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class WebhookGuardsTest extends SchemaTest {

    private static final String INSERT =
            """
            INSERT INTO webhook_delivery (id, endpoint_id, event_id, word, place, subject_id, status,
                due_at, taken, attempts, planned_at, round)
            VALUES (?, ?, ?, 'claim.approved', 1, ?, 'pending', now(), 0, '[]', now(), 0)
            """;

    private Agent agent;
    private WebhookEndpoint endpoint;
    private UUID delivery;
    private UUID event;

    @BeforeEach
    void delivery() {
        agent = agentOf(operator());
        endpoint =
                endpoint(
                        new EndpointId(ids.next()),
                        new Hearer(agent.operator(), agent.id()),
                        target());
        delivery = ids.next();
        event = ids.next();
        unit(() -> ports.webhookEndpoints().add(endpoint));
        unit(() -> sql.change(INSERT, delivery, endpoint.id().value(), event, ids.next()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url = ''",
                "url = repeat('a', 2001)",
                "status = 'eaten'",
                "status = 'disabled'",
                "status = 'disabled', disabled_reason = 'gone'",
                "status = 'disabled', disabled_at = now()",
                "status = 'disabled', disabled_reason = 'gone', disabled_at = now(), failing_since = now(), failed_last = now()",
                "failing_since = now()",
                "failed_last = now()",
                "failing_since = now(), failed_last = now() - interval '1 hour'",
                "status = 'disabled', disabled_reason = 'tired', disabled_at = now()",
                "disabled_reason = 'gone'",
                "disabled_at = now()",
                "former_secret = 'sealed'",
                "former_signs_until = now()",
                "hears_after = -1",
                "version = -1",
                "removed_at = now()",
                "removed_at = now(), status = 'disabled', disabled_reason = 'gone', disabled_at = now()"
            })
    void enabledEndpointCannotBe(String broken) {
        assertRefused(
                "webhook_endpoint",
                "UPDATE webhook_endpoint SET " + broken + " WHERE id = ?",
                endpoint.id().value());
    }

    @Test
    void endpointIsOfAnAgentOfItsOperator() {
        assertRefused(
                "webhook_endpoint_agent_of_operator",
                "UPDATE webhook_endpoint SET operator_id = ? WHERE id = ?",
                operator().id().value(),
                endpoint.id().value());
    }

    @Test
    void secretIsNotReadableInItsRow() {
        String kept =
                sql.first(
                                "SELECT secret FROM webhook_endpoint WHERE id = ?",
                                row -> row.text("secret"),
                                endpoint.id().value())
                        .orElseThrow();

        assertThat(kept).startsWith("sealed:").doesNotContain(secret(1).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "place = 0",
                "status = 'eaten'",
                "status = 'sending', taken = 1",
                "status = 'sending', taken_at = now(), lease_until = now()",
                "status = 'sending', taken_at = now(), lease_until = now(), taken = 1, status_at = now()",
                "status = 'sending', taken_at = now(), taken = 1",
                "taken_at = now(), lease_until = now()",
                "lost = -1",
                "status = 'delivered', status_at = now(), taken = 1",
                "status = 'delivered', due_at = NULL, taken = 1",
                "status = 'dead', status_at = now(), due_at = NULL, taken = 1",
                "status = 'dead', status_at = now(), due_at = NULL, reason = 'gone'",
                "status_at = now()",
                "due_at = NULL",
                "reason = 'gone'",
                "taken = -1",
                "round = -1",
                "attempts = '{}'",
                "attempts = '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]'",
                "endpoint_id = gen_random_uuid()"
            })
    void pendingDeliveryCannotBe(String broken) {
        assertRefused(
                "webhook_delivery",
                "UPDATE webhook_delivery SET " + broken + " WHERE id = ?",
                delivery);
    }

    @Test
    void eventIsPlannedForAnEndpointOnce() {
        assertLosesRace(
                () -> sql.change(INSERT, ids.next(), endpoint.id().value(), event, ids.next()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position = 20",
                "position = -1",
                "currency = 'eur'",
                "min_reward_cents = -1",
                "claim_policies = ARRAY ['luck']"
            })
    void bountyFilterCannotBe(String broken) {
        unit(() ->
                sql.change(
                        "INSERT INTO bounty_filter VALUES (?, 0, '{}', '{}', NULL, 0, '{}')",
                        agent.id().value()));

        assertRefused(
                "bounty_filter",
                "UPDATE bounty_filter SET " + broken + " WHERE agent_id = ?",
                agent.id().value());
    }
}
