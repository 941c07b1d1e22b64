package io.guildhall.messaging.kafka;

import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.RefusedException;

/** Events could not be sent, or nobody knows whether they arrived; they are to be sent again. */
record KafkaUnavailable(String reason) implements DomainError {

    static RefusedException because(Throwable cause) {
        return new RefusedException(new KafkaUnavailable(cause.toString()));
    }

    @Override
    public String code() {
        return "kafka_unavailable";
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public String message() {
        return "Kafka has not taken what was sent, which is sent again: " + reason;
    }
}
