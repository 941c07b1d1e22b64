package io.guildhall.rest.token;

import io.guildhall.application.access.SecretBox;
import io.guildhall.application.access.SigningKeys;
import io.guildhall.application.access.SigningKeys.SigningKey;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.wire.id.Ulid;
import jakarta.inject.Singleton;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The signing keys as this replica knows them.
 *
 * <p>The newest key that this replica can open signs, from the moment it is made; there is no time
 * in which it is only published. Every replica that meets a key id it does not know looks again (at
 * most once a second), and whoever else checks tokens by the published keys must do the same. An
 * older key stays published and still proves the tokens it signed until it is 31 days and a token's
 * life old, so old and new overlap for more than any token lives.
 */
@Singleton
public final class KeyRing {

    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    /** How old a key may be and still sign. */
    public static final Duration SIGNS_FOR = Duration.ofDays(30);

    /** How old a key may be and still prove, the lifetime of its last token included. */
    public static final Duration PROVES_FOR = Duration.ofDays(31).plus(AccessTokens.LIFETIME);

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration LOOK_FOR_UNKNOWN_AFTER = Duration.ofSeconds(1);

    private final SigningKeys stored;
    private final SecretBox box;
    private final Transactions transactions;
    private final InstantSource clock;
    private final IdGenerator ids;

    private final Map<String, Key> opened = new ConcurrentHashMap<>();
    private volatile Known known = new Known(List.of(), Instant.MIN);

    public KeyRing(
            SigningKeys stored,
            SecretBox box,
            Transactions transactions,
            InstantSource clock,
            IdGenerator ids) {
        this.stored = stored;
        this.box = box;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * One key of the ring.
     *
     * @param privateKey empty when another installation secret sealed it
     */
    public record Key(
            String id,
            ECPublicKey publicKey,
            Optional<ECPrivateKey> privateKey,
            Instant createdAt) {}

    /** A key that can sign, made when there is none or the newest has signed long enough. */
    Signer signer() {
        return newestSigner()
                .orElseGet(() -> {
                    synchronized (this) {
                        look();
                        return newestSigner().orElseGet(this::makeSigner);
                    }
                });
    }

    /** A key with which a token can be signed. */
    record Signer(String keyId, ECPrivateKey privateKey) {}

    Optional<Key> find(String keyId) {
        Optional<Key> found = findIn(published(), keyId);
        return found.isPresent() ? found : findIn(lookedAfter(LOOK_FOR_UNKNOWN_AFTER), keyId);
    }

    /** Every key that can still prove a token, newest first. */
    public List<Key> published() {
        return lookedAfter(LOOK_AGAIN_AFTER);
    }

    /** Makes the next signing key now; in a unit of work, {@link #lookAgain} has to follow it. */
    public Key rotate() {
        SigningKey made = make();
        // What was made may yet be undone with the unit of work around it: look when next needed.
        lookAgain();
        return open(made);
    }

    /**
     * Whoever needs a key next looks what is stored: who looked while a new key was not yet kept
     * would otherwise go on without it for a minute.
     */
    public synchronized void lookAgain() {
        known = new Known(known.keys(), Instant.MIN);
    }

    private Optional<Signer> newestSigner() {
        Instant oldest = clock.instant().minus(SIGNS_FOR);
        return published().stream()
                .filter(key -> key.privateKey().isPresent())
                .findFirst()
                .filter(key -> key.createdAt().isAfter(oldest))
                .map(KeyRing::signer);
    }

    private Signer makeSigner() {
        Signer made = signer(open(make()));
        look();
        return made;
    }

    private static Signer signer(Key key) {
        return new Signer(key.id(), key.privateKey().orElseThrow());
    }

    private SigningKey make() {
        Instant now = clock.instant();
        KeyPair pair = KeyPairs.make();
        var key =
                new SigningKey(
                        Ulid.encode(ids.next()),
                        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                        box.seal(pair.getPrivate().getEncoded()),
                        now);
        transactions.run(() -> {
            stored.add(key);
            stored.forgetBefore(now.minus(PROVES_FOR));
        });
        return key;
    }

    private List<Key> lookedAfter(Duration age) {
        if (known.isFresh(clock.instant(), age)) {
            return known.keys();
        }
        synchronized (this) {
            return known.isFresh(clock.instant(), age) ? known.keys() : look();
        }
    }

    private synchronized List<Key> look() {
        Instant now = clock.instant();
        Instant oldest = now.minus(PROVES_FOR);
        List<Key> keys =
                stored.all().stream()
                        .filter(key -> key.createdAt().isAfter(oldest))
                        .map(key -> opened.computeIfAbsent(key.keyId(), _ -> open(key)))
                        // Two of the same instant are told apart by their ids, which grow.
                        .sorted(
                                Comparator.comparing(Key::createdAt)
                                        .thenComparing(Key::id)
                                        .reversed())
                        .toList();
        opened.keySet().retainAll(keys.stream().map(Key::id).toList());
        known = new Known(keys, now);
        return keys;
    }

    private Key open(SigningKey key) {
        Optional<ECPrivateKey> privateKey =
                box.open(key.sealedPrivateKey()).map(KeyPairs::readPrivate);
        if (privateKey.isEmpty()) {
            // Tokens get over it unseen, but webhooks' secrets are closed with it.
            LOG.warnf(
                    "Token key %s was sealed with another GUILDHALL_SECRET: either this replica has"
                            + " a wrong one, or that one is lost (docs/operations.md)",
                    key.keyId());
        }
        return new Key(
                key.keyId(), KeyPairs.readPublic(key.publicKey()), privateKey, key.createdAt());
    }

    private static Optional<Key> findIn(List<Key> keys, String keyId) {
        return keys.stream().filter(key -> key.id().equals(keyId)).findFirst();
    }

    /** What was there when this replica last looked. */
    private record Known(List<Key> keys, Instant at) {
        boolean isFresh(Instant now, Duration age) {
            return now.isBefore(at.plus(age));
        }
    }
}
