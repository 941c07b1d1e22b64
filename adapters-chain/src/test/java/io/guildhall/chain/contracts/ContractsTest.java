package io.guildhall.chain.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.domain.npm.NpmPackages.Run;
import io.guildhall.domain.states.ApprovedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lets forge test the contracts, and holds what is committed of them against what forge made. */
class ContractsTest {

    private static final String RESOURCES =
            "adapters-chain/src/main/resources/io/guildhall/chain/contracts/";
    private static final Path MADE = Path.of("target", "forge");
    private static final Path TABLE = MADE.resolve("matrix.txt");
    private static final Path GAS = MADE.resolve("snapshots").resolve("GasTest.json");

    @BeforeAll
    static void contractsPassTheirTests() throws IOException, InterruptedException {
        Files.deleteIfExists(TABLE);
        Files.deleteIfExists(GAS);
        assertDone(Forge.run("test"));
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
        assertDone(Forge.run("lint", "src/main/solidity"));
    }

    @Test
    void statesAreDrawnAsTheyAre() throws IOException {
        ApprovedFile.assertApproved(
                "docs/state-machines/escrow-contract.md",
                new ContractStates(Files.readAllLines(TABLE)).page());
    }

    @Test
    void gasReportIsWhatTheCallsCost() throws IOException {
        String rows =
                new ObjectMapper()
                        .readTree(GAS.toFile()).properties().stream()
                                .map(cost ->
                                        "| %s | %,d |\n"
                                                .formatted(cost.getKey(), cost.getValue().asLong()))
                                .collect(Collectors.joining());

        ApprovedFile.assertApproved("docs/chain/gas.md", gasPage(rows));
    }

    private static String gasPage(String rows) throws IOException {
        String bytecode = Forge.compiled("BountyManager").at("/deployedBytecode/object").asText();
        return String.format(
                Locale.ROOT,
                """
                # What the contracts cost

                Written by `ContractsTest` from what `Gas.t.sol` measured; it fails when a call costs anything else. Run it with
                `-Dapprove=true` to write the page again:
                `./mvnw test -pl adapters-chain -am -Dtest=ContractsTest -Dsurefire.failIfNoSpecifiedTests=false -Dapprove=true`.

                Each figure is the gas of a whole transaction, its base fee of 21,000 and its calldata included, refunds deducted,
                on EVM version cancun with the optimizer at 200 runs and a plain ERC-20; the real USDC, which lies behind a proxy,
                costs more per payment. `BountyManager` has %,d of the 24,576 bytes a contract may have.

                | call | gas |
                | --- | ---: |
                %s\
                """,
                (bytecode.length() - "0x".length()) / 2,
                rows);
    }

    private static void assertDone(Run run) {
        assertThat(run.exitCode()).as(run.output()).isZero();
    }
}
