package io.guildhall.bootstrap.observation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service in which every secret is a canary; what they belong to is nowhere to be reached. */
public final class WithCanaries implements QuarkusTestProfile {

    /** Words that occur nowhere else. */
    static final class Canaries {

        static final String SECRET = "canary-of-the-installation-7d0f6b1c5e";
        static final String BOOTSTRAP = "canary-of-the-first-operator-93ab40d2";
        static final String DATABASE = "canary-of-the-database-1be2c7";
        static final String QUALITY = "canary-of-the-model-5c6d1f";
        static final String RELAYER =
                "ca9a4100112233445566778899aabbccddeeff00112233445566778899aabbcc";
        static final String ARBITER =
                "ca9a4200112233445566778899aabbccddeeff00112233445566778899aabbcc";
        static final String CLIENT = "canary-of-the-app-0f3a88";
        static final String WEBHOOK = "canary-of-githubs-signatures-66e1b0";

        static final String STRIPE = "sk_test_canaryOfStripe41c0d7";
        static final String STRIPES_EVENTS = "whsec_canaryOfStripesEvents8ae2";
        static final String ISSUER = "canary-of-the-issuer-2b90c4";

        /** Part of a node's URL, as most providers have it. */
        static final String NODE = "canary-of-the-node-4f9e27";

        private static final String PRIVATE_KEY = privateKey();

        /** A line of the private key's text. */
        static final String PRIVATE_KEY_LINE =
                PRIVATE_KEY.lines().skip(5).findFirst().orElseThrow();

        private Canaries() {}

        static List<String> all() {
            return List.of(
                    NODE,
                    PRIVATE_KEY_LINE,
                    SECRET,
                    BOOTSTRAP,
                    DATABASE,
                    QUALITY,
                    RELAYER,
                    ARBITER,
                    CLIENT,
                    WEBHOOK,
                    STRIPE,
                    STRIPES_EVENTS,
                    ISSUER);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> given = new HashMap<>();
        given.put("guildhall.secret", Canaries.SECRET);
        given.put("guildhall.bootstrap-key", Canaries.BOOTSTRAP);
        given.put("guildhall.jdbc.password", Canaries.DATABASE);
        given.put("guildhall.quality.url", "http://127.0.0.1:1/v1");
        given.put("guildhall.quality.model", "none");
        given.put("guildhall.quality.key", Canaries.QUALITY);
        given.put("guildhall.chain.rpc-url", "http://127.0.0.1:1/v3/" + Canaries.NODE);
        given.put("guildhall.chain.id", "84532");
        given.put("guildhall.chain.contract", "0x" + "1".repeat(40));
        given.put("guildhall.chain.token", "0x" + "2".repeat(40));
        given.put("guildhall.chain.registry", "0x" + "3".repeat(40));
        given.put("guildhall.chain.relayer-key", Canaries.RELAYER);
        given.put("guildhall.chain.arbiter-key", Canaries.ARBITER);
        given.put("guildhall.github.app-id", "1");
        given.put("guildhall.github.private-key", Canaries.PRIVATE_KEY);
        given.put("guildhall.github.client-id", "Iv1.1");
        given.put("guildhall.github.client-secret", Canaries.CLIENT);
        given.put("guildhall.github.webhook-secret", Canaries.WEBHOOK);
        given.put("guildhall.github.public-url", "http://127.0.0.1:1");
        given.put("guildhall.github.url", "http://127.0.0.1:1");
        given.put("guildhall.github.api-url", "http://127.0.0.1:1/api/v3");
        given.put("guildhall.stripe.secret-key", Canaries.STRIPE);
        given.put("guildhall.stripe.webhook-secret", Canaries.STRIPES_EVENTS);
        given.put("guildhall.stripe.country", "US");
        given.put("guildhall.stripe.public-url", "http://127.0.0.1:1");
        given.put("guildhall.stripe.api-url", "http://127.0.0.1:1");
        given.put("guildhall.oidc.issuer", "http://127.0.0.1:1");
        given.put("guildhall.oidc.client-id", "market");
        given.put("guildhall.oidc.client-secret", Canaries.ISSUER);
        given.put("guildhall.oidc.public-url", "http://127.0.0.1:1");
        return given;
    }

    private static String privateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
