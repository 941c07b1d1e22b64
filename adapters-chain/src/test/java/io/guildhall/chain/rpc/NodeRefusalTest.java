package io.guildhall.chain.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeRefusalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"0xdeadbeef\"",
                "\"Reverted 0xdeadbeef\"",
                "{\"message\":\"reverted\",\"data\":\"0xdeadbeef\"}",
            })
    void whatAContractReturnedIsFoundWhereverTheNodePutsIt(String data)
            throws JsonProcessingException {
        assertThat(refusal(data).returned()).asHexString().isEqualTo("DEADBEEF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"0x\"", "\"0x123\"", "{\"hash\":\"0x12\"}", "7"})
    void withoutItNothingWasReturned(String data) throws JsonProcessingException {
        assertThat(refusal(data).returned()).isEmpty();
    }

    @Test
    void wordsAreFoundWhateverTheirCapitals() throws JsonProcessingException {
        assertThat(refusal("null").says(List.of("nonce too low"))).isTrue();
        assertThat(refusal("null").says(List.of("nonce too high"))).isFalse();
    }

    private static NodeRefusal refusal(String data) throws JsonProcessingException {
        return new NodeRefusal(3, "Nonce Too Low: next 5", new ObjectMapper().readTree(data));
    }
}
