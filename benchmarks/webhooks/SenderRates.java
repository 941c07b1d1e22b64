import com.sun.management.OperatingSystemMXBean;
import io.guildhall.domain.bounty.BountyEvent.BountyOpened;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.Secret;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.notification.WebhookSender.Answer.Unreachable;
import io.guildhall.domain.notification.WebhookSender.Letter;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.messaging.webhook.AddressGuard;
import io.guildhall.messaging.webhook.OkHttpWebhookSender;
import io.guildhall.messaging.webhook.SendingLimits;
import io.guildhall.wire.openbounty.OpenBountyPayload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Posts the same bodies to the same receiver, in turn with the JDK's client, with OkHttp, and with
 * our sender, which also writes the body, checks the address and signs twice. Prints deliveries per
 * second and this process's CPU time for each (the receiver is another process).
 *
 * <p>Arguments: rounds, seconds of each, calls at once.
 */
class SenderRates {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int WARMING = 5;
    private static final Recorded EVENT =
            new Recorded(
                    new UUID(1, 1),
                    new BountyOpened(
                            new BountyId(new UUID(1, 2)),
                            new OperatorId(new UUID(1, 3)),
                            "Fix the parser",
                            new Money(15_000, Currency.USD)),
                    Instant.EPOCH);
    private static final byte[] BODY =
            OpenBountyPayload.of(EVENT).toString().getBytes(StandardCharsets.UTF_8);

    private record Measured(double perSecond, double cpuMicros, long failed) {}

    public static void main(String... arguments) throws Exception {
        int rounds = number(arguments, 0, 5);
        int seconds = number(arguments, 1, 4);
        int atOnce = number(arguments, 2, 64);

        Process receiver = receiver();
        try (BufferedReader said = receiver.inputReader()) {
            String url = "http://127.0.0.1:" + Integer.parseInt(said.readLine()) + "/hook";
            Map<String, Runnable> ways = new LinkedHashMap<>();
            ways.put("java.net.http", jdk(url));
            ways.put("OkHttp", okHttp(url, atOnce));
            ways.put("ours", ours(url, atOnce));
            measure(ways, rounds, seconds, atOnce);
        } finally {
            receiver.destroy();
        }
    }

    private static void measure(Map<String, Runnable> ways, int rounds, int seconds, int atOnce)
            throws Exception {
        for (Runnable way : ways.values()) {
            run(way, WARMING * seconds, atOnce);
        }
        Map<String, List<Measured>> results = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Runnable> way : ways.entrySet()) {
                Measured one = run(way.getValue(), seconds, atOnce);
                results.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).add(one);
                System.err.printf(
                        "%d %s %.0f/s %.1f µs%n",
                        round, way.getKey(), one.perSecond(), one.cpuMicros());
            }
        }
        System.out.println("| client | deliveries /s | CPU µs each | failed | ours : it | CPU it : ours |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        Measured ours = median(results.get("ours"));
        results.forEach(
                (name, all) -> {
                    Measured one = median(all);
                    System.out.printf(
                            "| %s | %.0f | %.1f | %d | %.2f | %.2f |%n",
                            name,
                            one.perSecond(),
                            one.cpuMicros(),
                            one.failed(),
                            ours.perSecond() / one.perSecond(),
                            one.cpuMicros() / ours.cpuMicros());
                });
    }

    private static Measured run(Runnable way, int seconds, int atOnce) throws Exception {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        long sent = 0;
        LongAdder failed = new LongAdder();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> senders = new ArrayList<>();
            for (int sender = 0; sender < atOnce; sender++) {
                senders.add(threads.submit(() -> sendUntil(end, way, failed)));
            }
            for (Future<Long> sender : senders) {
                sent += sender.get();
            }
        }
        double took = System.nanoTime() - start;
        return new Measured(
                sent * 1e9 / took, (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / sent,
                failed.sum());
    }

    /** A failure is counted and not sent again: the JDK's client loses a call now and then. */
    private static long sendUntil(long end, Runnable way, LongAdder failed) {
        long sent = 0;
        while (System.nanoTime() < end) {
            try {
                way.run();
                sent++;
            } catch (UncheckedIOException lost) {
                failed.increment();
            }
        }
        return sent;
    }

    private static Runnable jdk(String url) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(BODY))
                        .build();
        return () -> {
            try {
                check(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        };
    }

    private static Runnable okHttp(String url, int atOnce) {
        OkHttpClient client =
                new OkHttpClient.Builder()
                        .callTimeout(Duration.ofSeconds(15))
                        .connectionPool(new ConnectionPool(atOnce, 5, TimeUnit.MINUTES))
                        .build();
        MediaType json = MediaType.get("application/json");
        return () -> {
            Request request =
                    new Request.Builder().url(url).post(RequestBody.create(BODY, json)).build();
            try (Response response = client.newCall(request).execute()) {
                response.body().string();
                check(response.code());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }

    private static Runnable ours(String url, int atOnce) {
        OkHttpWebhookSender sender =
                new OkHttpWebhookSender(
                        AddressGuard.allowing(List.of("127.0.0.0/8")),
                        new SendingLimits(Duration.ofSeconds(15), Duration.ofSeconds(5), atOnce));
        List<Secret> secrets = List.of(Secret.of(new byte[Secret.BYTES]));
        DeliveryId delivery = new DeliveryId(new UUID(1, 4));
        return () -> {
            Letter letter = new Letter(delivery, url, secrets, PayloadForm.OPENBOUNTY, EVENT, 1, Instant.now());
            switch (sender.send(letter)) {
                case Replied replied -> check(replied.status());
                case Unreachable lost ->
                        throw new UncheckedIOException(new IOException(lost.toString()));
            }
        };
    }

    private static void check(int status) {
        if (status != 200) {
            throw new IllegalStateException("Answered " + status);
        }
    }

    private static Process receiver() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("receiver"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Measured median(List<Measured> all) {
        double[] rates = all.stream().mapToDouble(Measured::perSecond).sorted().toArray();
        double[] cpu = all.stream().mapToDouble(Measured::cpuMicros).sorted().toArray();
        return new Measured(
                rates[rates.length / 2],
                cpu[cpu.length / 2],
                all.stream().mapToLong(Measured::failed).sum());
    }

    private static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }
}
