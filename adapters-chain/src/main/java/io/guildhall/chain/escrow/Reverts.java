package io.guildhall.chain.escrow;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.ContractError;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.chain.rpc.NodeRefusal;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.VaultStatus;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Why a call was not carried out, in the contract's own words. */
final class Reverts {

    private static final int SELECTOR = 4;
    private static final int REVERTED = 3;
    private static final List<String> WORDS =
            List.of("revert", "vm execution error", "out of gas", "invalid opcode");

    /** What Solidity itself says, and what tokens say that are older than errors with names. */
    private static final List<ContractError<Tuple>> BUILT_IN =
            List.of(
                    new ContractError<>("Error", TupleType.parse("(string)")),
                    new ContractError<>("Panic", TupleType.parse("(uint256)")));

    private final Map<String, ContractError<Tuple>> bySelector = new HashMap<>();

    Reverts(Abi... contracts) {
        for (Abi contract : contracts) {
            contract.errors().forEach(this::add);
        }
        BUILT_IN.forEach(this::add);
    }

    private void add(ContractError<Tuple> error) {
        bySelector.put(error.function().selectorHex(), error);
    }

    /** Empty when the node speaks of something else. */
    Optional<String> error(NodeRefusal refusal) {
        byte[] returned = refusal.returned();
        if (refusal.code() != REVERTED && returned.length == 0 && !refusal.says(WORDS)) {
            return Optional.empty();
        }
        return Optional.of(returned.length < SELECTOR ? refusal.text() : error(returned));
    }

    /**
     * @param returned selector and arguments
     */
    String error(byte[] returned) {
        String selector = Hex.of(Arrays.copyOf(returned, SELECTOR));
        ContractError<Tuple> error = bySelector.get(selector.substring(2));
        if (error == null) {
            return "unknown error " + selector;
        }
        try {
            return text(error, error.function().decodeCall(returned));
        } catch (RuntimeException _) {
            // headlong has an exception of its own for every way of being wrong.
            return error.getName();
        }
    }

    private static String text(ContractError<Tuple> error, Tuple arguments) {
        StringJoiner texts = new StringJoiner(", ", error.getName() + "(", ")");
        for (int place = 0; place < arguments.size(); place++) {
            String type = error.getInputs().getElementInternalType(place);
            texts.add(text(arguments.get(place), type == null ? "" : type));
        }
        return texts.toString();
    }

    private static String text(Object value, String type) {
        return switch (value) {
            case Integer place when type.endsWith(".Status") ->
                    Solidity.word(place, VaultStatus.class).name();
            case Integer place when type.endsWith(".Side") ->
                    Solidity.word(place, Side.class).name();
            case Address address -> Solidity.wallet(address).hex();
            case byte[] bytes -> word(bytes).orElseGet(() -> Hex.of(bytes));
            default -> value.toString();
        };
    }

    /** Names of fields come as bytes: letters, and zeros behind them. */
    private static Optional<String> word(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        String letters = end < 0 ? text : text.substring(0, end);
        return letters.matches("[A-Za-z]+") && text.substring(letters.length()).matches("\0*")
                ? Optional.of(letters)
                : Optional.empty();
    }
}
