package io.guildhall.bootstrap.ordeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.fault.ServiceProcess;
import io.guildhall.bootstrap.fault.Stubborn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What a market of five lives and 20 reads a second leaves in the service's memory: live heap is
 * what a full collection could not free, resident is what the system has given it (-Xmx512m).
 * Prints a line for every twelfth of the time and what the last quarter has more than the second;
 * the first is when a JVM warms up.
 */
class MemoryBenchmark {

    private static final int MINUTES = Integer.getInteger("memory.minutes", 60);
    private static final int SAMPLES = 12;
    private static final Duration BETWEEN_LIVES = Duration.ofMillis(200);
    private static final Duration BETWEEN_READS = Duration.ofMillis(100);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern THREADS = Pattern.compile("(?m)^\"");

    private record Sample(double minutes, int lives, double heap, double resident, long threads) {

        void print() {
            System.out.printf(
                    "| %.0f | %d | %.1f | %.1f | %d |%n", minutes, lives, heap, resident, threads);
        }
    }

    @Test
    void marketGoesOnForAnHour() throws Exception {
        String database = DurablePostgres.forAll().freshDatabase();
        List<Sample> samples = new ArrayList<>();
        try (ServiceProcess service =
                        ServiceProcess.start("memory", Market.environment("memory", database));
                Market market = Market.prepare(service.base());
                ScheduledExecutorService reads = Executors.newScheduledThreadPool(2)) {
            market.load().begin(BETWEEN_LIVES);
            market.load().liveOn(20);
            var reading =
                    reads.scheduleAtFixedRate(
                            () -> read(market.poster()),
                            0,
                            BETWEEN_READS.toMillis(),
                            TimeUnit.MILLISECONDS);
            Instant begin = Instant.now();
            System.out.println("| minute | lives | live heap MiB | resident MiB | threads |");
            System.out.println("| --- | --- | --- | --- | --- |");
            for (int number = 1; number <= SAMPLES; number++) {
                Instant next =
                        begin.plus(
                                Duration.ofMinutes(MINUTES)
                                        .dividedBy(SAMPLES)
                                        .multipliedBy(number));
                Awaitility.await()
                        .atMost(Duration.ofMinutes(MINUTES))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> Instant.now().isAfter(next));
                assertThat(reading.isDone()).as("reads broke off").isFalse();
                Sample sample = sample(service, begin, market.load().ended());
                sample.print();
                samples.add(sample);
            }
            reading.cancel(false);
            market.load().finish();
            assertThat(Books.faults(database, market.load().acknowledged())).isEmpty();
        }
        System.out.printf(
                "Last quarter beside the second: live heap %.3f, resident %.3f times%n",
                quarter(samples, 3, Sample::heap) / quarter(samples, 1, Sample::heap),
                quarter(samples, 3, Sample::resident) / quarter(samples, 1, Sample::resident));
    }

    private static void read(Stubborn reader) {
        JsonNode page = reader.get("/api/bounties?status=paid&limit=20");
        reader.get("/api/bounties/" + page.required("items").required(0).required("id").asText());
    }

    private static Sample sample(ServiceProcess service, Instant begin, int lives)
            throws IOException {
        jcmd(service, "GC.run");
        Matcher used = USED.matcher(jcmd(service, "GC.heap_info"));
        assertThat(used.find()).as("the service's heap can be seen").isTrue();
        return new Sample(
                Duration.between(begin, Instant.now()).toSeconds() / 60.0,
                lives,
                Long.parseLong(used.group(1)) / 1024.0,
                service.residentKilobytes() / 1024.0,
                THREADS.matcher(jcmd(service, "Thread.print")).results().count());
    }

    private static double quarter(
            List<Sample> samples, int number, ToDoubleFunction<Sample> figure) {
        int length = samples.size() / 4;
        return samples.subList(number * length, (number + 1) * length).stream()
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }

    private static String jcmd(ServiceProcess service, String command) throws IOException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(service.pid()),
                                command)
                        .redirectErrorStream(true)
                        .start();
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
