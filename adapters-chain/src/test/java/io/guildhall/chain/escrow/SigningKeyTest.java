package io.guildhall.chain.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.guildhall.domain.chain.WalletAddress;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

class SigningKeyTest {

    /** Of the first account of every development node. */
    private static final String KEY =
            "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    private static final WalletAddress WALLET =
            new WalletAddress("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");

    @ParameterizedTest
    @ValueSource(strings = {KEY, "0x" + KEY, " 0x" + KEY + "\n"})
    void keyIsOfItsWallet(String text) {
        assertThat(SigningKey.of(text).wallet()).isEqualTo(WALLET);
    }

    @Test
    void keyIsReadFromAMountedFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("relayer"), "0x" + KEY + "\n");

        assertThat(SigningKey.from(Optional.empty(), Optional.of(file)))
                .hasValueSatisfying(key -> assertThat(key.wallet()).isEqualTo(WALLET));
        assertThat(SigningKey.from(Optional.empty(), Optional.empty())).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.from(Optional.of(KEY), Optional.of(file)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.in(folder.resolve("missing")))
                .withMessageContaining("missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c0ffee",
                KEY + "00",
                "zz0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
            })
    void whatIsNoKeyIsRefusedWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.of(text))
                .withMessageNotContaining(text);
    }

    @Test
    void signatureOfADigestIsOfTheKeysWallet() throws SignatureException {
        byte[] digest = Hash.sha3("what is signed".getBytes(StandardCharsets.US_ASCII));

        byte[] signature = SigningKey.of(KEY).sign(digest);

        assertThat(signature).hasSize(65).isEqualTo(SigningKey.of(KEY).sign(digest));
        Sign.SignatureData parts =
                new Sign.SignatureData(
                        signature[64],
                        Arrays.copyOf(signature, 32),
                        Arrays.copyOfRange(signature, 32, 64));
        BigInteger key = Sign.signedMessageHashToKey(digest, parts);
        assertThat(new WalletAddress("0x" + Keys.getAddress(key))).isEqualTo(WALLET);
    }

    @Test
    void keyIsNoPartOfItsText() {
        assertThat(SigningKey.of(KEY).toString()).contains(WALLET.hex()).doesNotContain(KEY);
    }
}
