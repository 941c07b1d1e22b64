package io.guildhall.bootstrap.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processor time that processes have used. */
public final class Processor {

    private static final double SECONDS_PER_TICK = 0.01;

    private Processor() {}

    /** This JVM's, its children's and the tests' PostgreSQL's. */
    static double seconds() {
        return seconds(
                Stream.of(ProcessHandle.current().pid(), postmaster())
                        .flatMap(Processor::withDescendants)
                        .distinct());
    }

    public static double secondsOfPostgres() {
        return seconds(withDescendants(postmaster()));
    }

    /** What one process has used, without those it has started. */
    public static double secondsOf(long pid) {
        return seconds(Stream.of(pid));
    }

    private static double seconds(Stream<Long> processes) {
        return processes.mapToLong(Processor::ticks).sum() * SECONDS_PER_TICK;
    }

    private static Stream<Long> withDescendants(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(ProcessHandle::pid);
    }

    private static long postmaster() {
        Path file =
                Path.of(
                        "target/postgres-for-tests/data-" + ProcessHandle.current().pid(),
                        "postmaster.pid");
        try {
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** User and system time, fields 14 and 15; the name before them may hold anything. */
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException _) {
            // It has ended meanwhile.
            return 0;
        }
    }
}
