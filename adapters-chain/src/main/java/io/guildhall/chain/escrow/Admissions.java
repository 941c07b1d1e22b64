package io.guildhall.chain.escrow;

import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.EscrowVault.Site;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.web3j.crypto.Hash;

/** What a relayer signs to admit an agent to a claim: the contract's typed data, by EIP-712. */
final class Admissions {

    private static final short START = 0x1901;
    private static final int WORD = 32;
    private static final byte[] DOMAIN_TYPE =
            hash(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    private static final byte[] NAME = hash("BountyManager");
    private static final byte[] VERSION = hash("1");
    private static final TupleType<Tuple> DOMAIN =
            TupleType.parse("(bytes32,bytes32,bytes32,uint256,address)");
    private static final byte[] ADMISSION_TYPE =
            hash("Admission(bytes32 bountyId,address agent,uint32 fence,uint40 expiresAt)");
    private static final TupleType<Tuple> ADMISSION =
            TupleType.parse("(bytes32,bytes32,address,uint32,uint40)");

    private Admissions() {}

    static byte[] digest(
            Site site, OnchainId bounty, WalletAddress agent, long fence, Instant expiresAt) {
        Tuple domain =
                Tuple.from(
                        DOMAIN_TYPE,
                        NAME,
                        VERSION,
                        BigInteger.valueOf(site.chainId()),
                        Solidity.address(site.contract()));
        Tuple admission =
                Tuple.from(
                        ADMISSION_TYPE,
                        Solidity.word(bounty),
                        Solidity.address(agent),
                        fence,
                        expiresAt.getEpochSecond());
        return Hash.sha3(
                ByteBuffer.allocate(Short.BYTES + 2 * WORD)
                        .putShort(START)
                        .put(Hash.sha3(DOMAIN.encode(domain).array()))
                        .put(Hash.sha3(ADMISSION.encode(admission).array()))
                        .array());
    }

    private static byte[] hash(String text) {
        return Hash.sha3(text.getBytes(StandardCharsets.US_ASCII));
    }
}
