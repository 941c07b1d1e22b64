package io.guildhall.chain.escrow;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.web3j.crypto.Hash;

/** The core's values as the contracts know them, and back. */
final class Solidity {

    private static final int WORD = 32;
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final TupleType<Tuple> BOUNTY =
            TupleType.parse("(uint256,address,address,bytes32)");
    private static final TupleType<Tuple> SUBMISSION =
            TupleType.parse("(bytes32,address,uint32,uint8,bytes32)");

    private Solidity() {}

    static Address address(WalletAddress wallet) {
        return Address.wrap(Address.toChecksumAddress(wallet.hex()));
    }

    static WalletAddress wallet(Address address) {
        return new WalletAddress(address.toString());
    }

    static byte[] word(OnchainId id) {
        return Hex.bytes(id.hex());
    }

    static byte[] word(Digest digest) {
        return Hex.bytes(digest.hex());
    }

    /** The 16 bytes of the id first, and zeros behind them. */
    static byte[] word(BountyId bounty) {
        UUID id = bounty.value();
        return ByteBuffer.allocate(WORD)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** Empty when it can be no id of ours: a poster may write there what it likes. */
    static Optional<BountyId> bountyId(byte[] word) {
        ByteBuffer bytes = ByteBuffer.wrap(word);
        BountyId id = new BountyId(new UUID(bytes.getLong(), bytes.getLong()));
        return Arrays.equals(word(id), word) ? Optional.of(id) : Optional.empty();
    }

    /** Both sides list the same words in the same order. */
    static <E extends Enum<E>> E word(int place, Class<E> words) {
        E[] known = words.getEnumConstants();
        if (place < 0 || place >= known.length) {
            throw Hex.unreadable("word");
        }
        return known[place];
    }

    static BigInteger units(Money money) {
        return BigInteger.valueOf(money.units());
    }

    /**
     * @throws ArithmeticException when it is more than we count
     */
    static Money usdc(BigInteger units) {
        return new Money(units.longValueExact(), Currency.USDC);
    }

    /** Who allows a contract everything allows more than we count; that much is enough to know. */
    static Money usdcAtMost(BigInteger units) {
        return new Money(units.min(MOST).longValue(), Currency.USDC);
    }

    static OnchainId idOf(
            long chainId, WalletAddress contract, WalletAddress poster, BountyId bounty) {
        Tuple names =
                Tuple.of(
                        BigInteger.valueOf(chainId),
                        address(contract),
                        address(poster),
                        word(bounty));
        return new OnchainId(Hex.of(Hash.sha3(BOUNTY.encode(names).array())));
    }

    static byte[] submissionIdOf(OnchainId bounty, WorkRef work) {
        Tuple names =
                Tuple.of(
                        word(bounty),
                        address(work.agent()),
                        work.fence(),
                        work.number(),
                        word(work.content()));
        return Hash.sha3(SUBMISSION.encode(names).array());
    }
}
