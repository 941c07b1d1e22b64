package io.guildhall.messaging.kafka;

import io.guildhall.application.access.EventPublisher;
import io.guildhall.domain.shared.Subject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;

/** One topic for each kind of aggregate, so that whatever happens to one stays in order. */
final class Topics {

    private static final int PATIENCE_MILLIS = EventPublisher.PATIENCE_SECONDS * 1_000;

    private final KafkaSettings settings;
    private final Map<Subject.Kind, String> names = new EnumMap<>(Subject.Kind.class);
    private boolean made;

    Topics(KafkaSettings settings) {
        this.settings = settings;
        for (Subject.Kind kind : Subject.Kind.values()) {
            names.put(kind, settings.topicPrefix() + kind.word());
        }
    }

    String of(Subject.Kind kind) {
        return Objects.requireNonNull(names.get(kind));
    }

    /**
     * Once they are there nobody is asked again. Where making topics is not permitted they are for
     * the brokers' administrator to make.
     */
    void makeMissing() {
        if (made) {
            return;
        }
        List<NewTopic> topics =
                names.values().stream()
                        .map(name ->
                                new NewTopic(
                                        name, Optional.of(settings.partitions()), Optional.empty()))
                        .toList();
        try (Admin admin = Admin.create(client())) {
            for (KafkaFuture<Void> making : admin.createTopics(topics).values().values()) {
                await(making);
            }
        }
        made = true;
    }

    private Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>(settings.client());
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return client;
    }

    private static void await(KafkaFuture<Void> making) {
        try {
            making.get(EventPublisher.PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)
                    && !(e.getCause() instanceof AuthorizationException)) {
                throw KafkaUnavailable.because(e);
            }
        } catch (TimeoutException e) {
            throw KafkaUnavailable.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KafkaUnavailable.because(e);
        }
    }
}
