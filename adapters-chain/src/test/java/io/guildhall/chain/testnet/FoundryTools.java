package io.guildhall.chain.testnet;

import io.guildhall.domain.npm.NpmPackages;
import io.guildhall.domain.npm.NpmPackages.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Foundry's programs, the Solidity compiler and OpenZeppelin's contracts, from npm. They lie in
 * this module, whichever module's tests use them.
 */
public final class FoundryTools {

    private static final Path MODULE = module();
    private static final NpmPackages PACKAGES = new NpmPackages(MODULE);

    private FoundryTools() {}

    /**
     * The program itself for this machine: the script that npm puts before it is not ended with it,
     * and says that all went well, always.
     */
    public static Path program(String name) throws IOException, InterruptedException {
        Path packages = PACKAGES.installed().resolve(Path.of("node_modules", "@foundry-rs"));
        try (Stream<Path> platforms = Files.list(packages)) {
            return platforms
                    .filter(folder -> folder.getFileName().toString().startsWith(name + "-"))
                    .map(folder -> folder.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** In the folder of this module. */
    public static Run run(List<String> command) throws IOException, InterruptedException {
        return NpmPackages.run(MODULE, Map.of("NO_COLOR", "1"), command);
    }

    private static Path module() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder.resolve("adapters-chain");
    }
}
