package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** A key as GitHub gives it to an App, and how GitHub tells who has it. */
public final class AppIdentity {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What PKCS#8 has in front of an RSA key of 2048 bits in PKCS#1. */
    private static final int PKCS_8_START = 26;

    private final KeyPair pair;

    private AppIdentity(KeyPair pair) {
        this.pair = pair;
    }

    public static AppIdentity make() {
        return ofBits(2_048);
    }

    /** The one whose key this is. */
    public static AppIdentity of(String pkcs8) {
        String body = pkcs8.replaceAll("-----[A-Z ]+-----", "");
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            PrivateKey key =
                    keys.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
            RSAPrivateCrtKey whole = (RSAPrivateCrtKey) key;
            return new AppIdentity(
                    new KeyPair(
                            keys.generatePublic(
                                    new RSAPublicKeySpec(
                                            whole.getModulus(), whole.getPublicExponent())),
                            key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static AppIdentity ofBits(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return new AppIdentity(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As GitHub offers it for download. */
    public String pkcs1() {
        byte[] bytes = pair.getPrivate().getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(bytes, PKCS_8_START, bytes.length));
    }

    public String pkcs8() {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    /** A line from the middle of the key: who finds it has found the key. */
    public String canary() {
        return pkcs8().lines().toList().get(5);
    }

    private static String pem(String what, byte[] bytes) {
        String text =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what);
    }

    /** As GitHub documents it: RS256, issued by the App, and for ten minutes at most. */
    boolean hasMade(String token, String appId, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(pair.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            JsonNode header = MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0]));
            JsonNode claims = MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
            Instant issued = Instant.ofEpochSecond(claims.path("iat").asLong());
            Instant ends = Instant.ofEpochSecond(claims.path("exp").asLong());
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && header.path("alg").asText().equals("RS256")
                    && claims.path("iss").asText().equals(appId)
                    && !issued.isAfter(now)
                    && ends.isAfter(now)
                    && !ends.isAfter(now.plus(Duration.ofMinutes(10)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
