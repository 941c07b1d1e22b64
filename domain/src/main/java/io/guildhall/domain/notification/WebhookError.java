package io.guildhall.domain.notification;

import io.guildhall.domain.shared.DomainError;
import java.time.Instant;

/** Why an endpoint, or what is carried to it, does not do what was asked. */
public sealed interface WebhookError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    record WebhookIsDisabled(EndpointId webhook, EndpointStatus status) implements WebhookError {
        @Override
        public String code() {
            return "webhook_disabled";
        }

        @Override
        public String message() {
            return "The webhook is disabled; enable it first (PATCH with status enabled)";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    record TooManyWebhooks(int max) implements WebhookError {
        @Override
        public String code() {
            return "too_many_webhooks";
        }

        @Override
        public String message() {
            return "An operator, and each of its agents, may have " + max + " webhooks; remove one";
        }
    }

    record DeliveryNotInState(DeliveryId delivery, DeliveryStatus status) implements WebhookError {
        @Override
        public String code() {
            return "delivery_wrong_state";
        }

        @Override
        public String message() {
            return "The delivery is " + status.word();
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    record DeliveryNotDue(DeliveryId delivery, DeliveryStatus status, Instant due)
            implements WebhookError {
        @Override
        public String code() {
            return "not_due_yet";
        }

        @Override
        public String message() {
            return "The delivery is " + status.word() + " and is looked at again at " + due;
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** The event is on its way to the endpoint, so nobody need send it again. */
    record EventOnItsWay(DeliveryId delivery) implements WebhookError {
        @Override
        public String code() {
            return "delivery_pending";
        }

        @Override
        public String message() {
            return "This event is on its way to the webhook already; see its latest delivery";
        }

        @Override
        public String currentStatus() {
            return "pending";
        }
    }
}
