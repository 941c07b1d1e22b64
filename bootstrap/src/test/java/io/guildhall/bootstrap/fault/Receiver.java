package io.guildhall.bootstrap.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody's endpoint for webhooks, which takes what it is sent well or badly. */
public final class Receiver implements AutoCloseable {

    /** What becomes of an event that is sent for the first time; the second time it is taken. */
    public enum Habit {
        TAKES_ALL,
        ANSWERS_500_FIRST,
        BREAKS_OFF_FIRST,
        /** Of some events only: each costs a sender its whole patience. */
        HANGS_FIRST
    }

    private static final int HANGS_AT_MOST = 12;

    private final Habit habit;
    private final Heard heard;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    public Receiver(Habit habit) {
        this.habit = habit;
        this.heard = new Heard("webhook that " + habit);
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public Heard heard() {
        return heard;
    }

    /** How many events it did not take at first. */
    int refused() {
        return refused.size();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange request) throws IOException {
        String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String event = request.getRequestHeaders().getFirst("webhook-id");
        if (mistreats(event)) {
            switch (habit) {
                case ANSWERS_500_FIRST -> answer(request, 500);
                case BREAKS_OFF_FIRST -> request.close();
                case HANGS_FIRST -> hang(request);
                case TAKES_ALL -> throw new AssertionError("It takes all");
            }
            return;
        }
        heard.hear(body);
        answer(request, 204);
    }

    private boolean mistreats(String event) {
        return switch (habit) {
            case TAKES_ALL -> false;
            case ANSWERS_500_FIRST, BREAKS_OFF_FIRST -> refused.add(event);
            case HANGS_FIRST -> refused.size() < HANGS_AT_MOST && refused.add(event);
        };
    }

    private void hang(HttpExchange request) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        request.close();
    }

    private static void answer(HttpExchange request, int status) throws IOException {
        request.sendResponseHeaders(status, -1);
        request.close();
    }
}
