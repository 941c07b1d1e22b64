package io.guildhall.bootstrap.mergebounty;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.github.StubGithub;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears everything that is logged, from its making to its closing, and what else it is told. */
final class LogEar extends Handler {

    private final List<String> told = new CopyOnWriteArrayList<>();

    LogEar() {
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public void publish(LogRecord logged) {
        told.add(logged.getMessage());
        if (logged.getParameters() != null) {
            told.add(List.of(logged.getParameters()).toString());
        }
        if (logged.getThrown() != null) {
            told.add(logged.getThrown().toString());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }

    void hear(String text) {
        told.add(text);
    }

    void heardNoSecretOf(StubGithub github) {
        String everything = String.join("\n", told);
        assertThat(everything)
                .doesNotContain(StubGithub.CLIENT_SECRET)
                .doesNotContain(StubGithub.WEBHOOK_SECRET)
                .doesNotContain(github.identity().canary());
        assertThat(github.secretsGiven())
                .allSatisfy(secret -> assertThat(everything).doesNotContain(secret));
    }
}
