package io.guildhall.rest.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.Authenticate.Identity;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.rest.token.AccessTokens;
import io.guildhall.rest.token.AccessTokens.Proof;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells who sends a key or a token.
 *
 * <p>What was found is remembered for {@link #SLACK}: that long a revoked key, a deactivated agent
 * or a changed role may go unnoticed on other replicas than the one that was told. Neither keys nor
 * tokens are kept, only their hashes.
 */
@Singleton
public class Identities {

    static final Duration SLACK = Duration.ofSeconds(5);

    private static final int REMEMBERED_MAX = 50_000;
    private static final String TOKEN_START = "eyJ";

    private final Authenticate authenticate;
    private final AccessTokens tokens;
    private final InstantSource clock;

    private final Cache<KeyHash, Identity> byKey;
    private final Cache<CredentialId, Identity> byCredential;
    private final Cache<KeyHash, Proof> proofs;

    @Inject
    Identities(Authenticate authenticate, AccessTokens tokens, InstantSource clock) {
        this.authenticate = authenticate;
        this.tokens = tokens;
        this.clock = clock;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.byKey = cache(ticker, SLACK);
        this.byCredential = cache(ticker, SLACK);
        this.proofs = cache(ticker, AccessTokens.LIFETIME);
    }

    /** Who it is, if that is known without asking anybody; never waits. */
    Optional<Pass> remembered(String keyOrToken) {
        KeyHash hash = KeyHash.of(keyOrToken);
        if (!looksLikeToken(keyOrToken)) {
            return Optional.ofNullable(byKey.getIfPresent(hash)).map(Identities::forGood);
        }
        Proof proof = liveProof(hash);
        return proof == null
                ? Optional.empty()
                : Optional.ofNullable(byCredential.getIfPresent(proof.credential()))
                        .map(holder -> until(proof, holder));
    }

    /** Who it is, as the database has it. */
    @ActivateRequestContext
    Optional<Pass> find(String keyOrToken) {
        KeyHash hash = KeyHash.of(keyOrToken);
        if (!looksLikeToken(keyOrToken)) {
            Optional<Identity> found = authenticate.byKey(keyOrToken);
            found.ifPresent(identity -> byKey.put(hash, identity));
            return found.map(Identities::forGood);
        }
        return proof(keyOrToken, hash)
                .flatMap(proof -> holder(proof.credential()).map(holder -> until(proof, holder)));
    }

    /**
     * Whether who was let in some time ago would be let in again, as the very same: its key is not
     * revoked, its token not expired, and it may do neither less nor more than then.
     */
    @ActivateRequestContext
    public boolean isStillGood(Pass pass) {
        Instant until = pass.until();
        if (until != null && !clock.instant().isBefore(until)) {
            return false;
        }
        return Optional.ofNullable(byCredential.getIfPresent(pass.credential()))
                .or(() -> holder(pass.credential()))
                .map(Identity::caller)
                .filter(pass.caller()::equals)
                .isPresent();
    }

    /** Looks anew for an operator and its agents. */
    void forget(OperatorId operator) {
        Predicate<Identity> isOne = identity -> identity.caller().operator().equals(operator);
        byKey.asMap().values().removeIf(isOne);
        byCredential.asMap().values().removeIf(isOne);
    }

    void forgetAll() {
        byKey.invalidateAll();
        byCredential.invalidateAll();
    }

    private Optional<Proof> proof(String token, KeyHash hash) {
        Proof known = liveProof(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Proof> verified = tokens.verify(token);
        verified.ifPresent(proof -> proofs.put(hash, proof));
        return verified;
    }

    private @Nullable Proof liveProof(KeyHash hash) {
        Proof known = proofs.getIfPresent(hash);
        return known != null && clock.instant().isBefore(known.expiresAt()) ? known : null;
    }

    private Optional<Identity> holder(CredentialId credential) {
        Optional<Identity> found = authenticate.byCredential(credential);
        found.ifPresent(identity -> byCredential.put(credential, identity));
        return found;
    }

    private static Pass forGood(Identity holder) {
        return new Pass(holder.caller(), holder.credential(), null, holder.suspension());
    }

    private static Pass until(Proof proof, Identity holder) {
        return new Pass(
                holder.caller(), holder.credential(), proof.expiresAt(), holder.suspension());
    }

    /** A token's header is a JSON object in Base64; no key of ours begins so. */
    private static boolean looksLikeToken(String keyOrToken) {
        return keyOrToken.startsWith(TOKEN_START)
                && keyOrToken.chars().filter(character -> character == '.').count() == 2;
    }

    private static <K, V> Cache<K, V> cache(Ticker ticker, Duration kept) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterWrite(kept)
                .ticker(ticker)
                .build();
    }
}
