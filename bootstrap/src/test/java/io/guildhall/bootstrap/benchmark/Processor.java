package io.guildhall.bootstrap.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processor time that this JVM, its children and the tests' PostgreSQL have used. */
final class Processor {

    private static final double SECONDS_PER_TICK = 0.01;

    private Processor() {}

    static double seconds() throws IOException {
        long own = ProcessHandle.current().pid();
        long postmaster =
                Long.parseLong(
                        Files.readAllLines(
                                        Path.of(
                                                "target/postgres-for-tests/data-" + own,
                                                "postmaster.pid"))
                                .getFirst()
                                .strip());
        long ticks =
                Stream.of(own, postmaster)
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                        .distinct()
                        .mapToLong(handle -> ticks(handle.pid()))
                        .sum();
        return ticks * SECONDS_PER_TICK;
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
