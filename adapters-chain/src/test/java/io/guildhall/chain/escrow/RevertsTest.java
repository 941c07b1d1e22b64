package io.guildhall.chain.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.esaulpaugh.headlong.abi.Function;
import io.guildhall.domain.chain.WalletAddress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RevertsTest {

    private final Reverts reverts = new Reverts(Abi.ofToken(), Abi.ofBountyManager());

    @Test
    void nameOfAFieldIsAWord() {
        byte[] field = Arrays.copyOf("stakeBps".getBytes(StandardCharsets.US_ASCII), 32);

        assertThat(error("InvalidTerms(bytes32)", (Object) field))
                .isEqualTo("InvalidTerms(stakeBps)");
    }

    @Test
    void placesInListsAreWords() {
        assertThat(error("AlreadyDisputed(uint8,uint8)", 2, 1))
                .isEqualTo("AlreadyDisputed(2, AGENT)");
    }

    @Test
    void tokensOwnErrorsAreNamed() {
        assertThat(
                        error(
                                "ERC20InsufficientAllowance(address,uint256,uint256)",
                                Solidity.address(new WalletAddress("0x" + "a".repeat(40))),
                                BigInteger.ZERO,
                                BigInteger.TEN))
                .isEqualTo("ERC20InsufficientAllowance(0x%s, 0, 10)".formatted("a".repeat(40)));
    }

    @Test
    void whatOlderContractsSayIsKept() {
        assertThat(error("Error(string)", "ERC20: transfer amount exceeds balance"))
                .isEqualTo("Error(ERC20: transfer amount exceeds balance)");
        assertThat(error("Panic(uint256)", BigInteger.valueOf(0x11))).isEqualTo("Panic(17)");
    }

    @Test
    void strangersErrorIsNamedByItsSelector() {
        assertThat(reverts.error(new byte[] {1, 2, 3, 4, 5})).isEqualTo("unknown error 0x01020304");
    }

    @Test
    void cutErrorIsNamedWithoutItsFigures() {
        byte[] whole = new Function("NotDue(uint40)").encodeCallWithArgs(Long.valueOf(7)).array();

        assertThat(reverts.error(Arrays.copyOf(whole, 20))).isEqualTo("NotDue");
    }

    private String error(String signature, Object... arguments) {
        return reverts.error(new Function(signature).encodeCallWithArgs(arguments).array());
    }
}
