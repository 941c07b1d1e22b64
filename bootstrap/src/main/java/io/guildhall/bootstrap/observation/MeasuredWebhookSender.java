package io.guildhall.bootstrap.observation;

import io.guildhall.domain.notification.WebhookSender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts what comes of the attempts, and how long receivers take. */
public final class MeasuredWebhookSender implements WebhookSender {

    private static final int HUNDRED = 100;
    private static final int SUCCESS = 2;

    private final WebhookSender sender;
    private final Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);

    private enum Outcome {
        TAKEN,
        REFUSED,
        UNREACHABLE
    }

    public MeasuredWebhookSender(WebhookSender sender, MeterRegistry registry) {
        this.sender = sender;
        for (Outcome outcome : Outcome.values()) {
            timers.put(
                    outcome,
                    Timer.builder("guildhall.webhook.attempts")
                            .description("Attempts to deliver events to receivers")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    @Override
    public Answer send(Letter letter) {
        Answer answer = sender.send(letter);
        Outcome outcome =
                switch (answer) {
                    case Answer.Replied replied when replied.status() / HUNDRED == SUCCESS ->
                            Outcome.TAKEN;
                    case Answer.Replied _ -> Outcome.REFUSED;
                    case Answer.Unreachable _ -> Outcome.UNREACHABLE;
                };
        Objects.requireNonNull(timers.get(outcome)).record(answer.took());
        return answer;
    }
}
