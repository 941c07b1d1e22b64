package io.guildhall.fuzzing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.guildhall.chain.signature.EthereumWalletSignatures;
import io.guildhall.domain.chain.WalletAddress;
import java.util.Locale;
import java.util.Optional;

/** The signature that a wallet sends: it has one form, and whoever made it is found or nobody. */
class WalletSignatureFuzzTest {

    private static final EthereumWalletSignatures SIGNATURES = new EthereumWalletSignatures();

    @FuzzTest(maxDuration = "1m")
    void signatureIsSomebodysOrNobodys(FuzzedDataProvider data) {
        String text = data.consumeString(100);
        String signature = data.consumeRemainingAsString();
        Optional<WalletAddress> signer = SIGNATURES.signer(text, signature);
        if (signer.isPresent()) {
            String digits = signature.toLowerCase(Locale.ROOT);
            if (!digits.matches("0x[0-9a-f]{130}")) {
                throw new AssertionError("Another form of a signature is taken: " + signature);
            }
            if (digits.substring(66, 130).compareTo(HALF_OF_THE_ORDER) > 0) {
                throw new AssertionError("A signature has two forms: " + signature);
            }
        }
    }

    private static final String HALF_OF_THE_ORDER =
            "7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0";
}
