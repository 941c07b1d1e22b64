package io.guildhall.messaging.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.domain.notification.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to a receiver that a letter is ours, in both schemes that receivers know. Every live
 * secret signs, the newest first, so that a receiver may change to a new one when it likes.
 */
final class Signatures {

    private static final String HMAC = "HmacSHA256";

    private Signatures() {}

    /**
     * The value of {@code X-OpenBounty-Signature}. The document says that it is keyed with "your
     * webhook secret", so the key is the text that was shown, its prefix included.
     */
    static String openBounty(List<Secret> secrets, long seconds, byte[] body) {
        return secrets.stream()
                .map(secret -> secret.text().getBytes(UTF_8))
                .map(key -> "v1=" + HexFormat.of().formatHex(hmac(key, seconds + ".", body)))
                .collect(Collectors.joining(",", "t=" + seconds + ",", ""));
    }

    /**
     * The value of {@code X-Webhook-Signature}: over the body alone, keyed with the secret's text,
     * as receivers of that door expect it. It has room for one signature, the newest secret's.
     */
    static String openPod(Secret newest, byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(hmac(newest.text().getBytes(UTF_8), "", body));
    }

    /**
     * The value of {@code webhook-signature}, keyed with the bytes that the secret's text holds.
     */
    static String standard(List<Secret> secrets, String id, long seconds, byte[] body) {
        return secrets.stream()
                .map(secret -> hmac(secret.bytes(), id + "." + seconds + ".", body))
                .map(signature -> "v1," + Base64.getEncoder().encodeToString(signature))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(byte[] key, String before, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update(before.getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
