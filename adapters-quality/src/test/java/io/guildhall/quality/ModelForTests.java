package io.guildhall.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** An OpenAI-compatible API that says what a test tells it to. */
final class ModelForTests implements AutoCloseable {

    /** How it answers a request. */
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Answering answering = says("");

    ModelForTests() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/v1/chat/completions",
                exchange -> {
                    asked.add(MAPPER.readTree(exchange.getRequestBody()));
                    keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
                    answering.answer(exchange);
                });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    void answers(Answering how) {
        answering = how;
    }

    List<JsonNode> asked() {
        return asked;
    }

    List<String> keys() {
        return keys;
    }

    /** A completion with this text, which cost 1,000 tokens. */
    static Answering says(String content) {
        return exchange -> {
            var completion = MAPPER.createObjectNode();
            completion.put("id", "x").put("object", "chat.completion").put("model", "m");
            var choice = completion.putArray("choices").addObject();
            choice.put("index", 0).put("finish_reason", "stop");
            choice.putObject("message").put("role", "assistant").put("content", content);
            completion
                    .putObject("usage")
                    .put("prompt_tokens", 900)
                    .put("completion_tokens", 100)
                    .put("total_tokens", 1_000);
            send(exchange, 200, completion.toString());
        };
    }

    static Answering fails(int status, String body) {
        return exchange -> send(exchange, status, body);
    }

    /** Sends the head of an answer, and then nothing until the test is over. */
    Answering drips() {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
        };
    }

    /** Never answers. */
    Answering hangs() {
        return _ -> await();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
