package io.guildhall.domain.notification;

import io.guildhall.domain.notification.EndpointStatus.Reason;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;

/** What happened to an endpoint. */
public sealed interface WebhookEvent extends DomainEvent {

    EndpointId webhook();

    Hearer hearer();

    String url();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.WEBHOOK, webhook().value());
    }

    record WebhookRegistered(EndpointId webhook, Hearer hearer, String url)
            implements WebhookEvent {}

    record WebhookEdited(EndpointId webhook, Hearer hearer, String url) implements WebhookEvent {}

    record WebhookSecretRotated(EndpointId webhook, Hearer hearer, String url)
            implements WebhookEvent {}

    record WebhookDisabled(EndpointId webhook, Hearer hearer, String url, Reason reason)
            implements WebhookEvent {}

    record WebhookEnabled(EndpointId webhook, Hearer hearer, String url) implements WebhookEvent {}

    record WebhookRemoved(EndpointId webhook, Hearer hearer, String url) implements WebhookEvent {}

    /** Only made to be carried to that one endpoint. */
    record WebhookTested(EndpointId webhook, Hearer hearer, String url) implements WebhookEvent {}
}
