package io.guildhall.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What a service that was killed may have left running on our data. Only asked by the holder of the
 * directory's lock, so that no living service loses its server.
 */
record AbandonedServer(Path home, Path cluster, PostgresPrograms programs, Path log) {

    private static final Duration TO_DIE = Duration.ofSeconds(10);

    void stop() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        if (ours().stream().anyMatch(process -> process.pid() == pid)) {
            programs.run(log, "pg_ctl", "stop", "--pgdata=" + cluster, "--mode=fast", "--wait");
        }
        killTheRest();
        // After a restart of the machine its number may be another program's, even one of our own
        // threads', and PostgreSQL would take that for a running server and refuse to start.
        Files.deleteIfExists(pidFile);
    }

    private void killTheRest() throws IOException {
        var deadline = System.nanoTime() + TO_DIE.toNanos();
        for (var rest = ours(); !rest.isEmpty(); rest = ours()) {
            if (System.nanoTime() > deadline) {
                throw new PostgreSqlUnavailable(
                        "A PostgreSQL that an earlier Guildhall left behind does not stop: end the processes %s."
                                .formatted(rest.stream().map(ProcessHandle::pid).toList()));
            }
            rest.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /**
     * The programs lie in our directory, so whatever runs one of them runs for us. One that has
     * ended but was not collected by its parent, as happens in containers, runs none any more.
     */
    private List<ProcessHandle> ours() {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info()
                                .command()
                                .filter(command -> Path.of(command).startsWith(home))
                                .isPresent())
                .toList();
    }
}
