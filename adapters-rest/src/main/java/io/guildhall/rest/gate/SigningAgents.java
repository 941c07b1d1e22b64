package io.guildhall.rest.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.Authenticate.SigningAgent;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells whom access keys name. As with {@link Identities} what was found is remembered for {@link
 * Identities#SLACK}.
 */
@Singleton
public class SigningAgents {

    private static final int REMEMBERED_MAX = 50_000;

    private final Authenticate authenticate;
    private final Cache<KeyHash, SigningAgent> byKey;

    @Inject
    SigningAgents(Authenticate authenticate, InstantSource clock) {
        this.authenticate = authenticate;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.byKey =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED_MAX)
                        .expireAfterWrite(Identities.SLACK)
                        .ticker(ticker)
                        .build();
    }

    /** Null when the key names nobody. */
    @Nullable SigningAgent find(String accessKey) {
        KeyHash hash = KeyHash.of(accessKey);
        SigningAgent known = byKey.getIfPresent(hash);
        if (known != null) {
            return known;
        }
        SigningAgent found = authenticate.byAccessKey(accessKey).orElse(null);
        if (found != null) {
            byKey.put(hash, found);
        }
        return found;
    }

    /** Looks anew for the agents of an operator. */
    void forget(OperatorId operator) {
        byKey.asMap().values().removeIf(known -> known.operator().equals(operator));
    }

    void forgetAll() {
        byKey.invalidateAll();
    }
}
