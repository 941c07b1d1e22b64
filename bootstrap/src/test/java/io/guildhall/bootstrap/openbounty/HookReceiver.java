package io.guildhall.bootstrap.openbounty;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of webhooks with code of its own to prove what it gets. */
final class HookReceiver implements AutoCloseable {

    /**
     * @param id the webhook-id header
     */
    record Got(
            String path,
            String id,
            String timestamp,
            String standard,
            String documented,
            String body) {

        JsonNode event() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /**
         * By the scheme of Standard Webhooks, keyed with the bytes that the secret holds, and by
         * the document's, keyed with the secret as it was shown.
         */
        boolean isSignedWith(String secret) {
            byte[] held = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            byte[] base64 = mac(held, id + "." + timestamp + "." + body);
            byte[] hex = mac(secret.getBytes(UTF_8), timestamp + "." + body);
            return List.of(standard.split(" "))
                            .contains("v1," + Base64.getEncoder().encodeToString(base64))
                    && documented.startsWith("t=" + timestamp + ",")
                    && List.of(documented.split(","))
                            .contains("v1=" + HexFormat.of().formatHex(hex));
        }

        private static byte[] mac(byte[] key, String text) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(text.getBytes(UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final List<Got> got = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile int status = 204;

    HookReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::take);
        server.createContext("/hangs", this::hang);
        server.setExecutor(threads);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void answer(int next) {
        status = next;
    }

    List<Got> at(String path) {
        synchronized (got) {
            return got.stream().filter(one -> one.path().equals(path)).toList();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        got.add(read(exchange));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void hang(HttpExchange exchange) throws IOException {
        got.add(read(exchange));
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static Got read(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        return new Got(
                exchange.getRequestURI().getPath(),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("X-OpenBounty-Signature"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }
}
