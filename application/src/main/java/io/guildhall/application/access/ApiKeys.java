package io.guildhall.application.access;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.IdGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys and knows their form: the door's prefix, 30 random base62 characters (178 bits), and
 * the CRC-32 of those in 6 more. The checksum lets a mistyped or invented key be refused without a
 * look into the database.
 */
public final class ApiKeys {

    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 30;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int KEY_END_LENGTH = 4;

    /** A key that people chose has no checksum; its length is all that makes it hard to guess. */
    public static final int CHOSEN_KEY_LENGTH_MIN = 32;

    private final RandomSource random;
    private final Credentials credentials;
    private final IdGenerator ids;
    private final LookUps lookUps;

    /**
     * @param lookUps so that whoever was just given a key is not taken for one who guesses
     */
    public ApiKeys(RandomSource random, Credentials credentials, IdGenerator ids, LookUps lookUps) {
        this.random = random;
        this.credentials = credentials;
        this.ids = ids;
        this.lookUps = lookUps;
    }

    /** A key as it is shown, once, and what is kept of it. */
    public record MintedKey(String key, Credential credential) {}

    public MintedKey mint(OperatorId operator, @Nullable AgentId agent, Door door, Instant now) {
        return mint(operator, agent, agent == null, door, now);
    }

    /** A key of an agent that also does what is its operator's to do. */
    public MintedKey mintForBoth(OperatorId operator, AgentId agent, Door door, Instant now) {
        return mint(operator, agent, true, door, now);
    }

    private MintedKey mint(
            OperatorId operator,
            @Nullable AgentId agent,
            boolean actsForOperator,
            Door door,
            Instant now) {
        String prefix = agent == null ? door.operatorPrefix() : door.agentPrefix();
        String body = randomText();
        return keep(operator, agent, actsForOperator, prefix, prefix + body + checksum(body), now);
    }

    /** Keeps a key that somebody chose; it need not have our form. */
    public MintedKey adopt(OperatorId operator, String key, Instant now) {
        return keep(operator, null, true, "", key, now);
    }

    /**
     * A key of our own making is checked by its checksum before the database is asked. The first
     * operator's key may have been chosen by people, and then has any form, but never one of our
     * prefixes with a wrong checksum.
     */
    public static boolean mayBeAKey(String key) {
        return prefixesOf(key).findAny().isEmpty()
                ? key.length() >= CHOSEN_KEY_LENGTH_MIN
                : isWellFormed(key);
    }

    public static boolean isWellFormed(String key) {
        return prefixesOf(key).anyMatch(prefix -> hasChecksum(key.substring(prefix.length())));
    }

    private static Stream<String> prefixesOf(String key) {
        return Arrays.stream(Door.values())
                .flatMap(door -> Stream.of(door.operatorPrefix(), door.agentPrefix()))
                .filter(key::startsWith);
    }

    private MintedKey keep(
            OperatorId operator,
            @Nullable AgentId agent,
            boolean actsForOperator,
            String keyStart,
            String key,
            Instant now) {
        var credential =
                new Credential(
                        new CredentialId(ids.next()),
                        operator,
                        agent,
                        actsForOperator,
                        KeyHash.of(key),
                        keyStart,
                        key.substring(key.length() - KEY_END_LENGTH),
                        now,
                        null);
        credentials.add(credential);
        lookUps.found(key);
        return new MintedKey(key, credential);
    }

    private String randomText() {
        StringBuilder text = new StringBuilder(RANDOM_LENGTH);
        while (text.length() < RANDOM_LENGTH) {
            for (byte value : random.bytes(RANDOM_LENGTH)) {
                int sixBits = value & 0x3f;
                // 62 and 63 are thrown away, so that every character stays equally likely.
                if (sixBits < ALPHABET.length() && text.length() < RANDOM_LENGTH) {
                    text.append(ALPHABET.charAt(sixBits));
                }
            }
        }
        return text.toString();
    }

    private static boolean hasChecksum(String body) {
        return body.length() == RANDOM_LENGTH + CHECKSUM_LENGTH
                && body.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && checksum(body.substring(0, RANDOM_LENGTH)).equals(body.substring(RANDOM_LENGTH));
    }

    private static String checksum(String random) {
        CRC32 crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        char[] text = new char[CHECKSUM_LENGTH];
        long rest = crc.getValue();
        for (int place = CHECKSUM_LENGTH - 1; place >= 0; place--) {
            text[place] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(text);
    }
}
