package io.guildhall.chain.testnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Speaks JSON-RPC as nodes do and says what a test wants it to say. */
public final class StubNode implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable Whole whole;

    /**
     * What is said whatever the question is.
     *
     * @param location where it sends whoever asks, or null
     */
    private record Whole(int status, String body, @Nullable String location) {}

    private StubNode(HttpServer server) {
        this.server = server;
    }

    /** One on a chain, at a block. */
    public static StubNode on(long chainId, long head) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StubNode node = new StubNode(server);
            server.createContext("/", node::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            node.result("eth_chainId", "\"0x%x\"".formatted(chainId));
            return node.at(head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StubNode at(long head) {
        return result("eth_blockNumber", "\"0x%x\"".formatted(head));
    }

    /**
     * @param json of the result
     */
    public StubNode result(String method, String json) {
        answers.put(method, "\"result\":" + json);
        return this;
    }

    public StubNode error(String method, int code, String message) {
        answers.put(
                method,
                "\"error\":{\"code\":%d,\"message\":%s}"
                        .formatted(code, MAPPER.valueToTree(message)));
        return this;
    }

    /** From now on this is the answer to everything. */
    public StubNode everything(int status, String body) {
        whole = new Whole(status, body, null);
        return this;
    }

    /** From now on everybody is sent on to there. */
    public StubNode sendsOn(int status, String location) {
        whole = new Whole(status, "", location);
        return this;
    }

    /** Methods in the order of their questions. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /**
     * @param path such as {@code /v3/key}
     */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode question = MAPPER.readTree(exchange.getRequestBody());
            String body;
            if (question.isArray()) {
                ArrayNode batch = MAPPER.createArrayNode();
                for (JsonNode one : question) {
                    // Nodes may answer in any order.
                    batch.insert(0, answer(one));
                }
                body = batch.toString();
            } else {
                body = answer(question).toString();
            }
            Whole instead = whole;
            if (instead != null && instead.location() != null) {
                exchange.getResponseHeaders().set("Location", instead.location());
            }
            byte[] bytes =
                    (instead == null ? body : instead.body()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    instead == null ? 200 : instead.status(),
                    bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private ObjectNode answer(JsonNode question) throws IOException {
        String method = question.path("method").asText();
        asked.add(method);
        String said = answers.getOrDefault(method, "\"error\":{\"code\":-32601,\"message\":\"?\"}");
        ObjectNode answer = (ObjectNode) MAPPER.readTree("{" + said + "}");
        answer.put("jsonrpc", "2.0").set("id", question.path("id"));
        return answer;
    }
}
