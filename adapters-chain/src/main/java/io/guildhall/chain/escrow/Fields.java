package io.guildhall.chain.escrow;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decoded values by the names that the contract gives them. */
final class Fields {

    private static final WalletAddress NOBODY = new WalletAddress("0x" + "0".repeat(40));

    private final Map<String, Object> values = new HashMap<>();

    Fields(TupleType<?> type, Tuple tuple) {
        for (int place = 0; place < type.size(); place++) {
            values.put(type.getElementName(place), tuple.get(place));
        }
    }

    OnchainId bounty() {
        return new OnchainId(Hex.of(bytes("bountyId")));
    }

    byte[] bytes(String name) {
        return value(name, byte[].class);
    }

    Digest digest(String name) {
        return new Digest(Hex.of(bytes(name)));
    }

    WalletAddress wallet(String name) {
        return Solidity.wallet(value(name, Address.class));
    }

    @Nullable WalletAddress walletOrNobody(String name) {
        WalletAddress wallet = wallet(name);
        return wallet.equals(NOBODY) ? null : wallet;
    }

    BigInteger amount(String name) {
        return value(name, BigInteger.class);
    }

    /**
     * @throws ArithmeticException when it is more than we count
     */
    Money usdc(String name) {
        return Solidity.usdc(amount(name));
    }

    Money usdcAtMost(String name) {
        return Solidity.usdcAtMost(amount(name));
    }

    long number(String name) {
        return value(name, Number.class).longValue();
    }

    int smallNumber(String name) {
        return Math.toIntExact(number(name));
    }

    Instant instant(String name) {
        return Instant.ofEpochSecond(number(name));
    }

    Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    <E extends Enum<E>> E word(String name, Class<E> words) {
        return Solidity.word(smallNumber(name), words);
    }

    private <T> T value(String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(values.get(name), name));
    }
}
