package io.guildhall.bootstrap.work;

import io.guildhall.application.party.EnsureFirstOperator;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.bootstrap.platform.FirstKeyFile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sets the market's clock, makes the installation's admin on its very first start, and hands over
 * the key that was made for it.
 */
@Singleton
public class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class);

    private final EnsureFirstOperator ensureFirstOperator;
    private final Optional<String> givenKey;
    private final MarketClock clock;
    private final Path data;
    private Optional<String> mintedKey = Optional.empty();

    FirstStart(EnsureFirstOperator ensureFirstOperator, MarketClock clock, GuildhallConfig config) {
        this.ensureFirstOperator = ensureFirstOperator;
        this.clock = clock;
        this.givenKey = config.bootstrapKey();
        this.data = config.data();
    }

    void onStart(@Observes StartupEvent event) {
        clock.refresh();
        EnsureFirstOperator.Outcome outcome = ensureFirstOperator.handle(givenKey.orElse(null));
        if (outcome.givenKeyIsRevoked()) {
            LOG.warn(
                    "GUILDHALL_BOOTSTRAP_KEY was revoked, and opens nothing: set another, or none");
        }
        mintedKey = Optional.ofNullable(outcome.madeKey());
        mintedKey.ifPresent(key -> FirstKeyFile.keep(data, key));
    }

    /** The key to show; the second caller gets nothing. */
    public Optional<String> takeMintedKey() {
        Optional<String> key = mintedKey;
        mintedKey = Optional.empty();
        return key;
    }
}
