package io.guildhall.github;

import io.guildhall.application.access.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The private key of our App, by which it shows that it is itself. The key never leaves this class:
 * no text of it, not even of an error, holds a part of it.
 */
public final class AppKey {

    /** GitHub's clock may be behind ours by so much. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(60);

    /** GitHub takes 10 minutes at most; so long after now, with what clocks may be apart. */
    private static final Duration VALID = Duration.ofMinutes(9);

    private static final int MODULUS_BITS_MIN = 2_048;
    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (?:RSA )?PRIVATE KEY-----");
    private static final String HEADER = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");

    /** Version 0 and the algorithm rsaEncryption: what PKCS#8 has in front of what PKCS#1 holds. */
    private static final byte[] PKCS_8_START =
            Base64.getDecoder().decode("AgEAMA0GCSqGSIb3DQEBAQUA");

    private static final int DER_SEQUENCE = 0x30;
    private static final int DER_OCTETS = 0x04;

    private final PrivateKey key;

    private AppKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * @param pem as GitHub gives it (PKCS#1), or as PKCS#8; its lines may be joined by {@code \n}
     *     as two characters, as environment variables often have them
     */
    public static AppKey of(Secret pem) {
        Matcher parts = PEM.matcher(pem.revealed().replace("\\n", "\n"));
        if (!parts.find()) {
            throw unreadable();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(parts.group(2));
            byte[] wrapped = parts.group(1) == null ? bytes : wrapped(bytes);
            PrivateKey key =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(wrapped));
            if (!(key instanceof RSAPrivateKey rsa)
                    || rsa.getModulus().bitLength() < MODULUS_BITS_MIN) {
                throw unreadable();
            }
            return new AppKey(key);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            // What they say may quote the key.
            throw unreadable();
        }
    }

    /**
     * A token that shows for some minutes that it is the App who asks.
     *
     * @param appId the App's number, or its client id
     */
    String token(String appId, Instant now) {
        String claims =
                "{\"iat\":%d,\"exp\":%d,\"iss\":\"%s\"}"
                        .formatted(
                                now.minus(CLOCKS_APART).getEpochSecond(),
                                now.plus(VALID).getEpochSecond(),
                                appId);
        String signed = HEADER + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The App's key cannot sign", e);
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "is no RSA private key of 2048 bits or more in PEM (PKCS#1 or PKCS#8)");
    }

    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(PKCS_8_START);
        content.writeBytes(der(DER_OCTETS, pkcs1));
        return der(DER_SEQUENCE, content.toByteArray());
    }

    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(tag);
        // Always in the long form with two bytes: an RSA key is longer than 127 bytes and shorter
        // than 64 KiB.
        bytes.write(0x82);
        bytes.write(content.length >> 8);
        bytes.write(content.length);
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "the App's key";
    }
}
