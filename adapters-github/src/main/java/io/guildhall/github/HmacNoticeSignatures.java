package io.guildhall.github;

import io.guildhall.application.access.NoticeSignatures;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under the App's webhook secret, as GitHub has it in X-Hub-Signature-256. */
public final class HmacNoticeSignatures implements NoticeSignatures {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String START = "sha256=";

    private final Secret secret;

    public HmacNoticeSignatures(Secret secret) {
        this.secret = secret;
    }

    @Override
    public boolean isSigned(String body, String signature) {
        return MessageDigest.isEqual(
                (START + HexFormat.of().formatHex(hash(body))).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] hash(String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(
                    new SecretKeySpec(
                            secret.revealed().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
