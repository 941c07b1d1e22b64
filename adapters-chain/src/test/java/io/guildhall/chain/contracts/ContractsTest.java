package io.guildhall.chain.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.chain.testnet.FoundryTools.Run;
import io.guildhall.domain.states.ApprovedFile;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {

    private static final String RESOURCES =
            "adapters-chain/src/main/resources/io/guildhall/chain/contracts/";

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        assertDone(Forge.run("build"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BountyManager", "AgentRegistry", "TestUSDC"})
    void committedContractsAreWhatTheirSourcesCompileTo(String contract) throws IOException {
        JsonNode compiled = Forge.compiled(contract);
        String bytecode = compiled.at("/bytecode/object").asText();

        ApprovedFile.assertApproved(
                RESOURCES + contract + ".abi.json", compiled.get("abi").toPrettyString() + "\n");
        ApprovedFile.assertApproved(
                RESOURCES + contract + ".bin", bytecode.substring("0x".length()));
    }

    @Test
    void sourcesAreFormattedAndGiveNoWarning() throws IOException, InterruptedException {
        assertDone(Forge.run("fmt", "--check"));
        assertDone(Forge.run("lint"));
    }

    @Test
    void contractsPassTheirTests() throws IOException, InterruptedException {
        assertDone(Forge.run("test"));
    }

    private static void assertDone(Run run) {
        assertThat(run.exitCode()).as(run.output()).isZero();
    }
}
