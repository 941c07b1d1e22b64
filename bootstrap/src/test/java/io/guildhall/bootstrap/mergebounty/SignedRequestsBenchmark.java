package io.guildhall.bootstrap.mergebounty;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.secp256k1.Secp256k1;
import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.Nonces;
import io.guildhall.application.access.VerifySignature;
import io.guildhall.application.access.WalletSignatures;
import io.guildhall.bootstrap.mergebounty.SigningAgent.Draft;
import io.guildhall.bootstrap.mergebounty.SigningAgent.Signed;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Sign;

/**
 * What a signature costs: the whole check beside the library's own recovery, and a signed request
 * beside one that is not. Each pair is measured in turn and the medians are told.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(SignedRequestsBenchmark.WithoutLimits.class)
class SignedRequestsBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 9);
    private static final int CHECKS = Integer.getInteger("benchmark.checks", 5_000);
    private static final int REQUESTS = Integer.getInteger("benchmark.requests", 1_000);
    private static final int WARM_UP = 3;
    private static final String BODY = "{\"text\":\"hello\"}";

    @Inject RegistryForTests registry;
    @Inject WalletSignatures signatures;
    @Inject Authenticate authenticate;
    @Inject Nonces nonces;

    /** Nobody is told to come back later. */
    public static final class WithoutLimits implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(RegistryForTests.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "guildhall.limits.operator.writes", "100000000",
                    "guildhall.limits.agent.writes", "100000000");
        }
    }

    private interface Work {
        void once() throws Exception;
    }

    @Test
    void signed() throws Exception {
        SigningAgent agent = SigningAgent.active(SigningAgent.service(), registry);
        List<Draft> drafts = new ArrayList<>();
        List<Signed> signed = new ArrayList<>();
        for (int number = 0; number < 64; number++) {
            Draft draft = agent.draft("POST", agent.path("/room"), BODY);
            drafts.add(draft);
            signed.add(draft.signed());
        }
        check(agent, drafts, signed);
        requests(agent);
    }

    private void check(SigningAgent agent, List<Draft> drafts, List<Signed> signed)
            throws Exception {
        var named = authenticate.byAccessKey(agent.accessKey()).orElseThrow();
        Caller operator = Caller.operator(named.operator(), Set.of());
        Instant now = Instant.now();
        // Each nonce is new to it, so that what is left is the check alone.
        Nonces forgetful =
                new Nonces() {
                    @Override
                    public boolean burn(AgentId whose, String nonce, Instant at) {
                        return true;
                    }

                    @Override
                    public int forgetBefore(Instant time, int limit) {
                        return 0;
                    }
                };
        VerifySignature verify =
                new VerifySignature(signatures, forgetful, InstantSource.fixed(now));
        Secp256k1 library = Secp256k1.get();
        List<byte[]> hashes = new ArrayList<>();
        List<byte[]> pairs = new ArrayList<>();
        List<Integer> parities = new ArrayList<>();
        for (Draft draft : drafts) {
            byte[] whole = agent.wallet().signature(draft.text());
            hashes.add(Sign.getEthereumMessageHash(draft.text().getBytes(StandardCharsets.UTF_8)));
            pairs.add(Arrays.copyOf(whole, 64));
            parities.add(whole[64] - 27);
        }
        String[] fresh = new String[CHECKS];
        Arrays.setAll(fresh, _ -> UUID.randomUUID().toString());
        int[] turn = {0};
        double[] medians =
                medians(
                        CHECKS,
                        () -> {
                            int place = turn[0]++ % hashes.size();
                            library.ecdsaRecover(
                                    pairs.get(place), hashes.get(place), parities.get(place));
                        },
                        () -> {
                            Signed one = signed.get(turn[0]++ % signed.size());
                            verify.handle(
                                    new VerifySignature.Command(
                                            "POST",
                                            one.path(),
                                            Digest.of(BODY).hex().substring(2),
                                            new VerifySignature.Headers(
                                                    "Bearer",
                                                    one.accessKey(),
                                                    one.signature(),
                                                    one.timestamp(),
                                                    one.nonce()),
                                            operator,
                                            named,
                                            named.agent()));
                        },
                        () -> nonces.burn(named.agent(), fresh[turn[0]++ % CHECKS] + turn[0], now));
        say(
                "bare recovery %.1f us, whole check %.1f us (%.2f times), nonce %.1f us",
                medians[0], medians[1], medians[1] / medians[0], medians[2]);
    }

    private void requests(SigningAgent agent) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            double[] medians =
                    medians(
                            REQUESTS,
                            () ->
                                    send(
                                            http,
                                            new Signed(
                                                    "POST",
                                                    agent.path("/room/open"),
                                                    BODY,
                                                    agent.operatorKey(),
                                                    "",
                                                    "",
                                                    "",
                                                    "",
                                                    agent.base())),
                            () ->
                                    send(
                                            http,
                                            agent.draft("POST", agent.path("/room"), BODY)
                                                    .signed()),
                            () -> agent.draft("POST", agent.path("/room"), BODY).signed());
            double ofService = medians[1] - medians[2];
            say(
                    "request unsigned %.0f us, signed %.0f us without the client's signing (%.0f us): %.0f us more",
                    medians[0], ofService, medians[2], ofService - medians[0]);
        }
    }

    private static void send(HttpClient http, Signed signed)
            throws IOException, InterruptedException {
        assertThat(http.send(signed.http(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    /** Of each work, in microseconds for one. */
    private static double[] medians(int times, Work... works) throws Exception {
        double[][] taken = new double[works.length][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int number = 0; number < works.length; number++) {
                long start = System.nanoTime();
                for (int time = 0; time < times; time++) {
                    works[number].once();
                }
                if (round >= 0) {
                    taken[number][round] = (System.nanoTime() - start) / 1_000.0 / times;
                }
            }
        }
        return Arrays.stream(taken)
                .mapToDouble(all -> Arrays.stream(all).sorted().toArray()[ROUNDS / 2])
                .toArray();
    }

    @SuppressWarnings("SystemOut") // The figures are what this is for.
    private static void say(String form, Object... figures) {
        System.out.printf(Locale.ROOT, form + "%n", figures);
    }
}
