package io.guildhall.persistence.notification;

import io.guildhall.application.access.SecretBox;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.EndpointStatus;
import io.guildhall.domain.notification.EndpointStatus.Disabled;
import io.guildhall.domain.notification.EndpointStatus.Enabled;
import io.guildhall.domain.notification.EndpointStatus.Failing;
import io.guildhall.domain.notification.EndpointStatus.Reason;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.FormerSecret;
import io.guildhall.domain.notification.Hearer;
import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.notification.Secret;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.shared.Row;
import io.guildhall.persistence.shared.Words;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An endpoint as a row, its secrets sealed. */
record EndpointRow(SecretBox box) {

    static final List<String> ORIGIN =
            List.of(
                    "id",
                    "operator_id",
                    "agent_id",
                    "form",
                    "hears_after",
                    "created_at",
                    "version");

    static final List<String> STATE =
            List.of(
                    "url",
                    "events",
                    "description",
                    "status",
                    "failing_since",
                    "failed_last",
                    "disabled_reason",
                    "disabled_at",
                    "updated_at");

    static final List<String> SECRETS =
            List.of(
                    "secret",
                    "secret_chosen",
                    "former_secret",
                    "former_secret_chosen",
                    "former_signs_until");

    List<@Nullable Object> origin(WebhookEndpoint endpoint) {
        AgentId agent = endpoint.hearer().agent();
        return Arrays.asList(
                endpoint.id().value(),
                endpoint.hearer().operator().value(),
                agent == null ? null : agent.value(),
                Words.of(endpoint.target().events().form()),
                endpoint.hearsAfter(),
                endpoint.createdAt(),
                endpoint.version());
    }

    List<@Nullable Object> state(WebhookEndpoint endpoint) {
        Enabled enabled = endpoint.status() instanceof Enabled status ? status : null;
        Disabled disabled = endpoint.status() instanceof Disabled status ? status : null;
        Failing failing = enabled == null ? null : enabled.failing();
        return Arrays.asList(
                endpoint.target().url(),
                endpoint.target().events().words(),
                endpoint.target().description(),
                endpoint.status().word(),
                failing == null ? null : failing.since(),
                failing == null ? null : failing.last(),
                disabled == null ? null : disabled.reason().word(),
                disabled == null ? null : disabled.at(),
                endpoint.updatedAt());
    }

    List<@Nullable Object> secrets(Secret secret, @Nullable FormerSecret former) {
        return Arrays.asList(
                box.seal(secret.bytes()),
                secret.isChosen(),
                former == null ? null : box.seal(former.secret().bytes()),
                former != null && former.secret().isChosen(),
                former == null ? null : former.signsUntil());
    }

    WebhookEndpoint read(Row row) throws SQLException {
        Secret secret = opened(row.text("secret"), row.flag("secret_chosen"));
        return new WebhookEndpoint(
                new EndpointId(row.uuid("id")),
                hearer(row),
                new Target(row.text("url"), filter(row), row.text("description")),
                secret,
                secret == null ? null : former(row),
                status(row),
                row.number("hears_after"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    static EventFilter filter(Row row) throws SQLException {
        return new EventFilter(
                Words.parse(PayloadForm.class, row.text("form")), row.texts("events"));
    }

    static Hearer hearer(Row row) throws SQLException {
        UUID agent = row.uuidOrNull("agent_id");
        return new Hearer(
                new OperatorId(row.uuid("operator_id")), agent == null ? null : new AgentId(agent));
    }

    private static EndpointStatus status(Row row) throws SQLException {
        String word = row.text("status");
        return switch (word) {
            case "enabled" -> {
                Instant since = row.instantOrNull("failing_since");
                yield new Enabled(
                        since == null ? null : new Failing(since, row.instant("failed_last")));
            }
            case "disabled" ->
                    new Disabled(
                            Words.parse(Reason.class, row.text("disabled_reason")),
                            row.instant("disabled_at"));
            default -> throw new IllegalStateException("No endpoint is " + word);
        };
    }

    private @Nullable FormerSecret former(Row row) throws SQLException {
        String sealed = row.textOrNull("former_secret");
        if (sealed == null) {
            return null;
        }
        Secret former = opened(sealed, row.flag("former_secret_chosen"));
        return former == null ? null : new FormerSecret(former, row.instant("former_signs_until"));
    }

    /** Null when another GUILDHALL_SECRET sealed it. */
    private @Nullable Secret opened(String sealed, boolean chosen) {
        return box.open(sealed).map(bytes -> Secret.kept(bytes, chosen)).orElse(null);
    }
}
