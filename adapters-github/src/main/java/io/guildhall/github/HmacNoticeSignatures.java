package io.guildhall.github;

import io.guildhall.application.access.NoticeSignatures;
import io.guildhall.application.access.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under the App's webhook secret, as GitHub has it in X-Hub-Signature-256. While one
 * secret follows another both are good: they are given one after the other, with a comma between.
 */
public final class HmacNoticeSignatures implements NoticeSignatures {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String START = "sha256=";

    private static final int SECRETS_MAX = 2;

    private final List<SecretKeySpec> keys;

    /**
     * @throws IllegalArgumentException when it holds none, or more than two
     */
    public HmacNoticeSignatures(Secret secrets) {
        this.keys =
                Pattern.compile(",")
                        .splitAsStream(secrets.revealed())
                        .map(String::strip)
                        .filter(secret -> !secret.isEmpty())
                        .map(secret ->
                                new SecretKeySpec(
                                        secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                        .toList();
        if (keys.isEmpty() || keys.size() > SECRETS_MAX) {
            throw new IllegalArgumentException(
                    "GitHub's webhook secret is one, or two while the second follows the first");
        }
    }

    @Override
    public boolean isSigned(String body, String signature) {
        byte[] given = signature.getBytes(StandardCharsets.US_ASCII);
        boolean isSigned = false;
        for (SecretKeySpec key : keys) {
            byte[] right =
                    (START + HexFormat.of().formatHex(hash(key, body)))
                            .getBytes(StandardCharsets.US_ASCII);
            // Each is looked at to its end: how long it takes tells nothing.
            isSigned |= MessageDigest.isEqual(right, given);
        }
        return isSigned;
    }

    private static byte[] hash(SecretKeySpec key, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
