package io.guildhall.chain.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.chain.testnet.FoundryTools;
import io.guildhall.domain.npm.NpmPackages.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Foundry's forge, which compiles, checks and tests the contracts. */
final class Forge {

    private static final Path OUT = Path.of("target", "forge", "out");

    private Forge() {}

    /** Compiles and tests the contracts, or does with them what else is said. */
    static Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(FoundryTools.program("forge").toString());
        command.addAll(Arrays.asList(arguments));
        return FoundryTools.run(command);
    }

    /** What the compiler made of a contract when it ran last. */
    static JsonNode compiled(String contract) throws IOException {
        return new ObjectMapper()
                .readTree(OUT.resolve(contract + ".sol").resolve(contract + ".json").toFile());
    }
}
