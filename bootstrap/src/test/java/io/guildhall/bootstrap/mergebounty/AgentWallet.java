package io.guildhall.bootstrap.mergebounty;

import io.guildhall.domain.chain.WalletAddress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;
import org.web3j.crypto.Sign.SignatureData;
import org.web3j.utils.Numeric;

/** A wallet with a key of its own. */
public record AgentWallet(Credentials credentials) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static AgentWallet random() {
        // A zero first, so that it is a number of the curve.
        BigInteger key = new BigInteger(248, RANDOM).add(BigInteger.ONE);
        return new AgentWallet(Credentials.create(Numeric.toHexStringNoPrefixZeroPadded(key, 64)));
    }

    public WalletAddress address() {
        return new WalletAddress(credentials.getAddress());
    }

    /** r, s and v. */
    byte[] signature(String text) {
        SignatureData signed =
                Sign.signPrefixedMessage(
                        text.getBytes(StandardCharsets.UTF_8), credentials.getEcKeyPair());
        byte[] bytes = new byte[65];
        System.arraycopy(signed.getR(), 0, bytes, 0, 32);
        System.arraycopy(signed.getS(), 0, bytes, 32, 32);
        bytes[64] = signed.getV()[0];
        return bytes;
    }

    public String sign(String text) {
        return hex(signature(text));
    }

    static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
