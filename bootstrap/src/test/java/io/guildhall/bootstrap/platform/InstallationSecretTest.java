package io.guildhall.bootstrap.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.guildhall.application.access.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secret under which others are sealed: one for each installation, and its owner's alone. */
class InstallationSecretTest {

    private static final int STARTING = 8;
    private static final Executor THREADS = work -> Thread.ofPlatform().start(work);

    private final RandomSource random = new SecureRandomSource();

    @TempDir Path data;

    @Test
    void configuredOneCountsAndNoneIsMade() throws IOException {
        String configured = "c".repeat(32);

        assertThat(InstallationSecret.of(Optional.of(configured), data, random))
                .isEqualTo(configured);
        assertThat(names(data)).isEmpty();
    }

    @Test
    void configuredOneThatIsTooShortIsRefused() {
        Optional<String> tooShort = Optional.of("c".repeat(31));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstallationSecret.of(tooShort, data, random))
                .withMessageContaining("at least 32 characters");
    }

    @Test
    void oneIsMadeAtTheFirstStartAndReadAtEachLaterOne() throws IOException {
        Path missing = data.resolve("not/there/yet");

        String made = InstallationSecret.of(Optional.empty(), missing, random);

        assertThat(made).hasSizeGreaterThanOrEqualTo(64);
        assertThat(InstallationSecret.of(Optional.empty(), missing, random)).isEqualTo(made);
        assertThat(names(missing)).containsExactly("secret");
        assertThat(InstallationSecret.of(Optional.empty(), data, random)).isNotEqualTo(made);
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        InstallationSecret.of(Optional.empty(), data, random);

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void replicasThatStartAtOnceEndWithOneSecret() throws IOException {
        for (int round = 0; round < 20; round++) {
            Path shared = data.resolve("round-" + round);

            List<String> secrets = startAtOnce(shared);

            assertThat(secrets).hasSize(STARTING);
            assertThat(secrets.stream().distinct()).hasSize(1);
            assertThat(names(shared)).containsExactly("secret");
        }
    }

    private List<String> startAtOnce(Path shared) {
        var together = new CyclicBarrier(STARTING);
        List<CompletableFuture<String>> replicas =
                IntStream.range(0, STARTING)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> {
                                            await(together);
                                            return InstallationSecret.of(
                                                    Optional.empty(), shared, random);
                                        },
                                        THREADS))
                        .toList();
        return replicas.stream().map(CompletableFuture::join).toList();
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
