package io.guildhall.bootstrap.configuration;

import io.guildhall.bootstrap.GuildhallConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What values may be beyond their type. */
final class Bounds {

    private static final long MOST = Long.MAX_VALUE;
    private static final int SECRET_MIN = 32;
    private static final int PORT_MAX = 65_535;
    private static final int ALL_BASIS_POINTS = 10_000;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Pattern WEB_URL = Pattern.compile("https?://[^/\\s].*");
    private static final String BROKER = "(\\w+://)?[^\\s,/]+:\\d{1,5}";

    /** Kafka's clients pass over what is empty between two commas, and so over one at the end. */
    private static final Pattern BROKERS =
            Pattern.compile("(,\\s*+)*+" + BROKER + "(\\s*+,\\s*+(" + BROKER + ")?)*");

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{0,200}");

    private final List<String> broken = new ArrayList<>();

    private Bounds() {}

    static List<String> brokenBy(GuildhallConfig settings) {
        var bounds = new Bounds();
        bounds.check(settings);
        return bounds.broken;
    }

    private void check(GuildhallConfig settings) {
        number("guildhall.port", settings.port(), 0, PORT_MAX);
        number("guildhall.fee-basis-points", settings.feeBasisPoints(), 0, ALL_BASIS_POINTS);
        length("guildhall.secret", settings.secret());
        length("guildhall.bootstrap-key", settings.bootstrapKey());
        share("guildhall.tracing.share", settings.tracing().share());
        url("guildhall.tracing.url", settings.tracing().url());
        url("guildhall.quality.url", settings.quality().url());
        begins("guildhall.jdbc.url", settings.jdbc().url(), "jdbc:postgresql:");
        kafka(settings.kafka());
        limits(settings.limits());
        stream(settings.stream());
        webhooks(settings.webhooks());
        time("guildhall.quality.time-limit", settings.quality().timeLimit(), 20);
        number("guildhall.quality.calls-per-day", settings.quality().callsPerDay(), 0, MOST);
        number("guildhall.quality.tokens-per-day", settings.quality().tokensPerDay(), 0, MOST);
        if (settings.quality().url().isPresent() && settings.quality().model().isEmpty()) {
            broken.add(
                    "GUILDHALL_QUALITY_MODEL is not set: it has to name the model at GUILDHALL_QUALITY_URL");
        }
        chain(settings.chain());
        time("guildhall.github.time-limit", settings.github().timeLimit(), 60);
        time("guildhall.stripe.time-limit", settings.stripe().timeLimit(), 60);
    }

    private void kafka(GuildhallConfig.Kafka kafka) {
        number("guildhall.kafka.partitions", kafka.partitions(), 1, 10_000);
        matches(
                "guildhall.kafka.bootstrap-servers",
                kafka.bootstrapServers(),
                BROKERS,
                "host:port, and more of them with commas in between");
        matches(
                "guildhall.kafka.topic-prefix",
                Optional.of(kafka.topicPrefix()),
                TOPIC,
                "of letters, digits, dots, hyphens and underscores");
    }

    private void limits(GuildhallConfig.Limits limits) {
        number("guildhall.limits.agent.reads", limits.agent().reads(), 1, MOST);
        number("guildhall.limits.agent.writes", limits.agent().writes(), 1, MOST);
        number("guildhall.limits.operator.reads", limits.operator().reads(), 1, MOST);
        number("guildhall.limits.operator.writes", limits.operator().writes(), 1, MOST);
        number("guildhall.limits.anonymous.reads", limits.anonymous().reads(), 1, MOST);
        number("guildhall.limits.anonymous.writes", limits.anonymous().writes(), 1, MOST);
    }

    private void stream(GuildhallConfig.Stream stream) {
        atLeast("guildhall.stream.retention", stream.retention(), SECOND);
        atLeast("guildhall.stream.heartbeat", stream.heartbeat(), Duration.ofMillis(1));
        atLeast("guildhall.stream.patience", stream.patience(), Duration.ofMillis(1));
        number("guildhall.stream.readers-max", stream.readersMax(), 1, MOST);
        number(
                "guildhall.stream.readers-per-operator-max",
                stream.readersPerOperatorMax(),
                1,
                MOST);
        number("guildhall.stream.memory", stream.memory(), 1, MOST);
    }

    private void webhooks(GuildhallConfig.Webhooks webhooks) {
        time("guildhall.webhooks.timeout", webhooks.timeout(), 25);
        number("guildhall.webhooks.slots-per-endpoint", webhooks.slotsPerEndpoint(), 1, MOST);
        number("guildhall.webhooks.in-process", webhooks.inProcess(), 1, MOST);
        atLeast("guildhall.webhooks.delivery-retention", webhooks.deliveryRetention(), SECOND);
    }

    private void chain(GuildhallConfig.Chain chain) {
        number("guildhall.chain.confirmations", chain.confirmations(), 0, MOST);
        number("guildhall.chain.first-block", chain.firstBlock(), 0, MOST);
        number("guildhall.chain.blocks-behind-max", chain.blocksBehindMax(), 0, MOST);
        time("guildhall.chain.time-limit", chain.timeLimit(), 120);
        atLeast("guildhall.chain.poll", chain.poll(), SECOND);
    }

    private void number(String name, long value, long least, long most) {
        if (value < least || value > most) {
            broken.add(
                    "%s is %d, and has to be %s"
                            .formatted(
                                    Variable.of(name),
                                    value,
                                    most == MOST
                                            ? "at least " + least
                                            : "from " + least + " to " + most));
        }
    }

    private void url(String name, Optional<String> value) {
        matches(name, value, WEB_URL, "a URL that begins with http:// or https://");
    }

    /** What is behind it may be a password, so the value is not told. */
    private void begins(String name, Optional<String> value, String start) {
        if (value.filter(text -> !text.isBlank() && !text.startsWith(start)).isPresent()) {
            broken.add("%s has to begin with %s".formatted(Variable.of(name), start));
        }
    }

    private void matches(String name, Optional<String> value, Pattern form, String words) {
        value.filter(text -> !text.isBlank() && !form.matcher(text.strip()).matches())
                .ifPresent(text ->
                        broken.add(
                                "%s is \"%s\", and has to be %s"
                                        .formatted(Variable.of(name), text, words)));
    }

    private void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            broken.add("%s is %s, and has to be from 0 to 1".formatted(Variable.of(name), value));
        }
    }

    private void time(String name, Duration value, int secondsMax) {
        if (!value.isPositive() || value.compareTo(Duration.ofSeconds(secondsMax)) > 0) {
            broken.add(
                    "%s is %s, and has to be more than zero and at most %d s"
                            .formatted(Variable.of(name), value, secondsMax));
        }
    }

    private void atLeast(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            broken.add(
                    "%s is %s, and has to be at least %s"
                            .formatted(Variable.of(name), value, least));
        }
    }

    private void length(String name, Optional<String> secret) {
        secret.filter(text -> text.length() < SECRET_MIN)
                .ifPresent(text ->
                        broken.add(
                                "%s has %d characters, and has to have at least %d"
                                        .formatted(Variable.of(name), text.length(), SECRET_MIN)));
    }
}
