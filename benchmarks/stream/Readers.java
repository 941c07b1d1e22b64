import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens many live streams, lets so many events happen that everybody hears, and says how fast they
 * came to all, how long each took from its commit, and what a stream costs the service in memory.
 *
 * <p>{@code java Readers.java PORT SERVICE_PID READERS EVENTS EVENTS_PER_SECOND}
 */
final class Readers {

    private static final int PER_OPERATOR = 200;
    private static final int SECONDS_MAX = 300;
    private static final byte[] TIMESTAMP =
            "\"timestamp\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern KEY = Pattern.compile("\"api_key\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"(bnt_[^\"]+)\"");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One stream: how much of the mark before a time was read, and the digits after it. */
    private static final class Reader {
        int matched;
        int digits = -1;
        final byte[] time = new byte[40];
        int heard;
    }

    private static String base;
    private static long[] latencies = new long[1 << 20];
    private static int deliveries;
    private static long firstNanos;
    private static long lastNanos;

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        long pid = Long.parseLong(arguments[1]);
        int readers = Integer.parseInt(arguments[2]);
        int events = Integer.parseInt(arguments[3]);
        int perSecond = Integer.parseInt(arguments[4]);
        base = "http://127.0.0.1:" + port;
        String poster = signUp("poster");
        post(poster, "/api/balance/top-up", "{\"amount_cents\":1000000,\"currency\":\"usd\"}");
        String bounty = id(post(poster, "/api/bounties", "{\"title\":\"x\",\"reward_cents\":100}"));
        List<String> keys = new ArrayList<>();
        for (int operator = 0; operator * PER_OPERATOR < readers; operator++) {
            keys.add(signUp("reader " + operator));
        }
        collectGarbage(pid);
        long rssBefore = rssKib(pid);
        long heapBefore = heapKib(pid);

        try (Selector selector = Selector.open()) {
            long opening = System.nanoTime();
            for (int reader = 0; reader < readers; reader++) {
                open(selector, port, keys.get(reader / PER_OPERATOR));
            }
            System.out.printf("%d streams opened in %.1f s%n", readers, seconds(opening));
            pump(selector, System.nanoTime() + 3_000_000_000L, Integer.MAX_VALUE);
            long rssOpen = rssKib(pid);
            collectGarbage(pid);
            long heapOpen = heapKib(pid);
            long rssCollected = rssKib(pid);
            deliveries = 0;

            Thread writer =
                    Thread.ofPlatform().start(() -> happen(poster, bounty, events, perSecond));
            long until = System.nanoTime() + SECONDS_MAX * 1_000_000_000L;
            pump(selector, until, Math.multiplyExact(readers, events));
            writer.join();

            System.out.printf("deliveries %d of %d%n", deliveries, (long) readers * events);
            double took = (lastNanos - firstNanos) / 1e9;
            System.out.printf("fan-out %.0f deliveries/s over %.1f s%n", deliveries / took, took);
            long[] sorted = Arrays.copyOf(latencies, deliveries);
            Arrays.sort(sorted);
            System.out.printf(
                    "commit to received: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                    sorted[deliveries / 2] / 1e3,
                    sorted[(int) (deliveries * 0.99)] / 1e3,
                    sorted[deliveries - 1] / 1e3);
            System.out.printf(
                    "RSS KiB: before %d, open %d, open and collected %d, after %d%n",
                    rssBefore, rssOpen, rssCollected, rssKib(pid));
            System.out.printf(
                    "per stream: RSS %.1f KiB, live heap %.1f KiB%n",
                    (rssCollected - rssBefore) / (double) readers,
                    (heapOpen - heapBefore) / (double) readers);
        }
    }

    private static void open(Selector selector, int port, String key) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        String request =
                "GET /api/stream?events=bounty.updated HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer "
                        + key
                        + "\r\nAccept: text/event-stream\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Reader());
        if (selector.keys().size() % 50 == 0) {
            // So that the answers are read while further streams are opened.
            pump(selector, System.nanoTime() + 1_000_000L, Integer.MAX_VALUE);
        }
    }

    private static void pump(Selector selector, long untilNanos, int enough) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
        byte[] bytes = new byte[1 << 16];
        while (deliveries < enough && System.nanoTime() < untilNanos) {
            selector.select(
                    key -> {
                        buffer.clear();
                        int count = read(key, buffer);
                        buffer.flip().get(bytes, 0, Math.max(count, 0));
                        scan((Reader) key.attachment(), bytes, count);
                    },
                    100);
        }
    }

    private static int read(SelectionKey key, ByteBuffer buffer) {
        try {
            int count = ((SocketChannel) key.channel()).read(buffer);
            if (count < 0) {
                throw new IllegalStateException("A stream was ended");
            }
            return count;
        } catch (IOException e) {
            throw new IllegalStateException("A stream was broken off", e);
        }
    }

    private static void scan(Reader reader, byte[] bytes, int count) {
        for (int at = 0; at < count; at++) {
            byte next = bytes[at];
            if (reader.digits >= 0) {
                if (next == '"') {
                    heard(reader);
                    reader.digits = -1;
                } else {
                    reader.time[reader.digits++] = next;
                }
            } else if (next == TIMESTAMP[reader.matched]) {
                if (++reader.matched == TIMESTAMP.length) {
                    reader.matched = 0;
                    reader.digits = 0;
                }
            } else {
                reader.matched = next == TIMESTAMP[0] ? 1 : 0;
            }
        }
    }

    private static void heard(Reader reader) {
        Instant committed =
                Instant.parse(
                        new String(reader.time, 0, reader.digits, StandardCharsets.US_ASCII));
        Instant now = Instant.now();
        long micros =
                (now.getEpochSecond() - committed.getEpochSecond()) * 1_000_000
                        + (now.getNano() - committed.getNano()) / 1_000;
        if (deliveries == 0) {
            firstNanos = System.nanoTime() - micros * 1_000;
        }
        lastNanos = System.nanoTime();
        if (deliveries == latencies.length) {
            latencies = Arrays.copyOf(latencies, 2 * latencies.length);
        }
        latencies[deliveries++] = micros;
        reader.heard++;
    }

    /** Editing a bounty is the cheapest event that everybody hears. */
    private static void happen(String poster, String bounty, int events, int perSecond) {
        long begin = System.nanoTime();
        for (int event = 0; event < events; event++) {
            long due = begin + event * 1_000_000_000L / perSecond;
            try {
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                send(poster, "PATCH", "/api/bounties/" + bounty, "{\"title\":\"x " + event + "\"}");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String signUp(String name) {
        Matcher key =
                KEY.matcher(
                        post(
                                "",
                                "/api/operators",
                                "{\"name\":\"" + name + "\",\"email\":\"a@example.org\"}"));
        if (!key.find()) {
            throw new IllegalStateException("No key was given");
        }
        return key.group(1);
    }

    private static String id(String json) {
        Matcher id = ID.matcher(json);
        if (!id.find()) {
            throw new IllegalStateException(json);
        }
        return id.group(1);
    }

    private static String post(String key, String path, String json) {
        return send(key, "POST", path, json);
    }

    private static String send(String key, String method, String path, String json) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long rssKib(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IllegalStateException("No such process: " + pid);
    }

    private static void collectGarbage(long pid) throws Exception {
        jcmd(pid, "GC.run");
    }

    private static long heapKib(long pid) throws Exception {
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("The service's heap cannot be seen");
        }
        return Long.parseLong(used.group(1));
    }

    private static String jcmd(long pid, String command) throws Exception {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process =
                new ProcessBuilder(program.toString(), Long.toString(pid), command)
                        .redirectErrorStream(true)
                        .start();
        String output =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
