package io.guildhall.fuzzing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.guildhall.chain.signature.EthereumWalletSignatures;
import io.guildhall.domain.chain.WalletAddress;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The signature that a wallet sends: it has one form, and whoever made it is found or nobody. */
class WalletSignatureFuzzTest {

    private static final EthereumWalletSignatures SIGNATURES = new EthereumWalletSignatures();

    private static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private static final String HALF_OF_THE_ORDER =
            "7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0";

    @FuzzTest(maxDuration = "1m")
    void signatureIsSomebodysOrNobodys(FuzzedDataProvider data) {
        isSomebodysOrNobodys(Parts.of(data));
    }

    /** The high one differs from one that is taken in nothing but the half in which it lies. */
    @Test
    void whatIsKeptIsASignatureAndNobodys() throws Exception {
        Map<String, String> kept =
                Kept.of(WalletSignatureFuzzTest.class, "signatureIsSomebodysOrNobodys");

        assertThat(kept).containsOnlyKeys("beyond", "high", "short", "zeros");
        assertThat(kept.values())
                .allSatisfy(input -> {
                    Parts parts = Parts.of(input);
                    assertThat(parts.rest()).startsWith("0x").endsWith("1b");
                    assertThat(isSomebodysOrNobodys(parts)).isFalse();
                });
        Parts high = Parts.of(requireNonNull(kept.get("high")));
        assertThat(high.rest()).hasSize(132);
        assertThat(isSomebodysOrNobodys(new Parts(high.line(), low(high.rest())))).isTrue();
    }

    /** The other form of the same signature. */
    private static String low(String high) {
        BigInteger s = new BigInteger(high.substring(66, 130), 16);
        return high.substring(0, 66) + "%064x".formatted(ORDER.subtract(s)) + "1c";
    }

    private static boolean isSomebodysOrNobodys(Parts textAndSignature) {
        String signature = textAndSignature.rest();
        Optional<WalletAddress> signer = SIGNATURES.signer(textAndSignature.line(), signature);
        if (signer.isPresent()) {
            String digits = signature.toLowerCase(Locale.ROOT);
            if (!digits.matches("0x[0-9a-f]{130}")) {
                throw new AssertionError("Another form of a signature is taken: " + signature);
            }
            if (digits.substring(66, 130).compareTo(HALF_OF_THE_ORDER) > 0) {
                throw new AssertionError("A signature has two forms: " + signature);
            }
        }
        return signer.isPresent();
    }
}
