package io.guildhall.messaging.kafka;

/** Events could not be sent, or nobody knows whether they arrived; they are to be sent again. */
public final class KafkaUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KafkaUnavailable(Throwable cause) {
        super("Kafka did not take what was sent: " + cause.getMessage(), cause);
    }
}
