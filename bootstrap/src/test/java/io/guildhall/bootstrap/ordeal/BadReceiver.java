package io.guildhall.bootstrap.ordeal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint for webhooks that takes nothing, ever, in one bad way. */
final class BadReceiver implements AutoCloseable {

    /** What becomes of whatever is sent to it. */
    enum Manner {
        HANGS,
        ANSWERS_500,
        BREAKS_OFF,
        /** A byte of its answer now and then. */
        DRIPS,
        REDIRECTS
    }

    private static final int DRIPS_MAX = 1_000;

    private final Manner manner;
    private final String elsewhere;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger attempts = new AtomicInteger();

    /**
     * @param elsewhere where those are sent who are redirected
     */
    BadReceiver(Manner manner, String elsewhere) {
        this.manner = manner;
        this.elsewhere = elsewhere;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::mistreat);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    int attempts() {
        return attempts.get();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void mistreat(HttpExchange request) throws IOException {
        attempts.incrementAndGet();
        request.getRequestBody().readAllBytes();
        try {
            switch (manner) {
                case HANGS -> closed.await();
                case ANSWERS_500 -> request.sendResponseHeaders(500, -1);
                case BREAKS_OFF -> {
                    // Closed below, without a word.
                }
                case DRIPS -> drip(request);
                case REDIRECTS -> {
                    request.getResponseHeaders().add("Location", elsewhere);
                    request.sendResponseHeaders(302, -1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            request.close();
        }
    }

    private void drip(HttpExchange request) throws IOException, InterruptedException {
        request.sendResponseHeaders(200, DRIPS_MAX);
        for (int drop = 0; drop < DRIPS_MAX && !closed.await(1, TimeUnit.SECONDS); drop++) {
            request.getResponseBody().write('.');
            request.getResponseBody().flush();
        }
    }
}
