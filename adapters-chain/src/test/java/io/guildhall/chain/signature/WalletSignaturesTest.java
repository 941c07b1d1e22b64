package io.guildhall.chain.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.WalletSignatures;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.domain.chain.WalletAddress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;
import org.web3j.crypto.Sign.SignatureData;
import org.web3j.utils.Numeric;

/** The native library and Bouncy Castle, each by itself and against the other. */
class WalletSignaturesTest {

    private static final BigInteger ORDER = Sign.CURVE_PARAMS.getN();
    private static final int ROUNDS = 200;
    private static final Random CHANCE = new Random(Long.getLong("seed", System.nanoTime()));

    private static final WalletSignatures BY_LIBRARY =
            new EthereumWalletSignatures(NativeRecovery.find().orElseThrow());
    private static final WalletSignatures BY_JAVA =
            new EthereumWalletSignatures(new JavaRecovery());

    static Stream<Named<WalletSignatures>> both() {
        return Stream.of(
                Named.of("libsecp256k1", BY_LIBRARY),
                Named.of("Bouncy Castle", BY_JAVA),
                Named.of("the best", new EthereumWalletSignatures()));
    }

    @ParameterizedTest
    @MethodSource("both")
    void signerIsFound(WalletSignatures signatures) {
        for (int round = 0; round < ROUNDS; round++) {
            Credentials wallet = wallet();
            String text = text();

            assertThat(signatures.signer(text, sign(wallet, text)))
                    .contains(new WalletAddress(wallet.getAddress()));
        }
    }

    /** From the documentation of web3.js, so that not only our own signing is believed. */
    @ParameterizedTest
    @MethodSource("both")
    void signatureOfAnotherProgramIsRead(WalletSignatures signatures) {
        assertThat(
                        signatures.signer(
                                "Some data",
                                "0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd"
                                        + "6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a029"
                                        + "1c"))
                .contains(new WalletAddress("0x2c7536e3605d9c16a7a3d7b1898e529396a65c23"));
    }

    @ParameterizedTest
    @MethodSource("both")
    void otherTextHasAnotherSigner(WalletSignatures signatures) {
        Credentials wallet = wallet();
        String text = text();
        String signature = sign(wallet, text);

        assertThat(signatures.signer(text + " ", signature))
                .isNotEqualTo(signatures.signer(text, signature));
    }

    @ParameterizedTest
    @MethodSource("both")
    void secondFormOfASignatureIsRefused(WalletSignatures signatures) {
        for (int round = 0; round < ROUNDS; round++) {
            Credentials wallet = wallet();
            String text = text();
            byte[] bytes = Hex.bytes(sign(wallet, text));
            BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64));
            put(bytes, 32, ORDER.subtract(s));
            bytes[64] = (byte) (bytes[64] == 27 ? 28 : 27);

            assertThat(signatures.signer(text, Hex.of(bytes))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void otherRecoveryBytesAreRefused(WalletSignatures signatures) {
        String text = text();
        byte[] bytes = Hex.bytes(sign(wallet(), text));
        for (int v = 0; v < 256; v++) {
            bytes[64] = (byte) v;

            assertThat(signatures.signer(text, Hex.of(bytes)).isPresent())
                    .as("v = %d", v)
                    .isEqualTo(v == 27 || v == 28);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void numbersBeyondTheOrderAreRefused(WalletSignatures signatures) {
        String text = text();
        byte[] good = Hex.bytes(sign(wallet(), text));
        BigInteger most = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        for (int place : new int[] {0, 32}) {
            for (BigInteger number :
                    new BigInteger[] {BigInteger.ZERO, ORDER, ORDER.add(BigInteger.ONE), most}) {
                byte[] bytes = good.clone();
                put(bytes, place, number);

                assertThat(signatures.signer(text, Hex.of(bytes))).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void textsThatAreNoSignatureAreRefused(WalletSignatures signatures) {
        String text = text();
        String good = sign(wallet(), text);
        for (String bad :
                new String[] {
                    "",
                    "0x",
                    good.substring(2),
                    good.substring(0, good.length() - 2),
                    good + "00",
                    good + "0",
                    good.replace("0x", "0X"),
                    good.substring(0, good.length() - 1) + "g",
                    "0x" + "0".repeat(130),
                    "0x" + "f".repeat(130),
                    " " + good
                }) {
            assertThat(signatures.signer(text, bad)).as(bad).isEmpty();
        }
    }

    @Test
    void bothSayTheSameOfAnyBytes() {
        int found = 0;
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[65];
            CHANCE.nextBytes(bytes);
            bytes[64] = (byte) (27 + CHANCE.nextInt(2));
            String text = text();
            var byLibrary = BY_LIBRARY.signer(text, Hex.of(bytes));

            assertThat(byLibrary).isEqualTo(BY_JAVA.signer(text, Hex.of(bytes)));
            found += byLibrary.isPresent() ? 1 : 0;
        }
        assertThat(found).as("half have a low s, and half of those a point").isPositive();
    }

    private static Credentials wallet() {
        BigInteger key;
        do {
            key = new BigInteger(256, CHANCE);
        } while (key.signum() == 0 || key.compareTo(ORDER) >= 0);
        return Credentials.create(Numeric.toHexStringNoPrefixZeroPadded(key, 64));
    }

    /** Of any length, with characters of one to four bytes. */
    private static String text() {
        int length = CHANCE.nextInt(200);
        StringBuilder text = new StringBuilder();
        for (int place = 0; place < length; place++) {
            text.appendCodePoint(
                    switch (CHANCE.nextInt(4)) {
                        case 0 -> 0xe4;
                        case 1 -> 0x20ac;
                        case 2 -> 0x1f600;
                        default -> ' ' + CHANCE.nextInt(90);
                    });
        }
        return text.toString();
    }

    private static String sign(Credentials wallet, String text) {
        SignatureData signed =
                Sign.signPrefixedMessage(
                        text.getBytes(StandardCharsets.UTF_8), wallet.getEcKeyPair());
        byte[] bytes = new byte[65];
        System.arraycopy(signed.getR(), 0, bytes, 0, 32);
        System.arraycopy(signed.getS(), 0, bytes, 32, 32);
        bytes[64] = signed.getV()[0];
        return Hex.of(bytes);
    }

    private static void put(byte[] bytes, int place, BigInteger number) {
        System.arraycopy(Numeric.toBytesPadded(number, 32), 0, bytes, place, 32);
    }
}
