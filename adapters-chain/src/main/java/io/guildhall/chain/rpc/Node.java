package io.guildhall.chain.rpc;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** One node, asked over HTTP. Several questions go in one request. */
final class Node {

    static final long ANSWER_BYTES_MAX = 16L * 1024 * 1024;

    private static final MediaType JSON = MediaType.get("application/json");
    private static final int TEXT_MAX = 300;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int REVERTED = 3;

    /** Errors by which a node speaks of itself and not of the question. */
    private static final List<String> OWN_TROUBLE =
            List.of(
                    "rate limit",
                    "too many requests",
                    "request count exceeded",
                    "compute units",
                    "internal error",
                    "internal server error",
                    "header not found",
                    "missing trie node",
                    "unauthorized",
                    "api key",
                    "project id");

    private final NodeUrl url;
    private final OkHttpClient client;
    private final ObjectMapper mapper = new ObjectMapper();

    Node(NodeUrl url, OkHttpClient client) {
        this.url = url;
        this.client = client;
    }

    /** As many replies as questions, in their order. */
    List<Reply> ask(List<Question> questions, Duration limit) throws NodeFailure {
        Call call = client.newCall(request(questions));
        call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        try (Response response = call.execute()) {
            return replies(call, response, questions.size());
        } catch (InterruptedIOException _) {
            throw new NodeFailure("no answer within the time limit");
        } catch (IOException _) {
            // What the failure says of itself holds the host.
            throw new NodeFailure("no connection");
        }
    }

    private Request request(List<Question> questions) {
        ArrayNode batch = mapper.createArrayNode();
        for (int place = 0; place < questions.size(); place++) {
            batch.add(questions.get(place).numbered(place));
        }
        // A single one goes by itself: not every node takes lists.
        String json = (batch.size() == 1 ? batch.get(0) : batch).toString();
        Request.Builder request =
                new Request.Builder().url(url.url()).post(RequestBody.create(json, JSON));
        String authorization = url.authorization();
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private List<Reply> replies(Call call, Response response, int count)
            throws IOException, NodeFailure {
        int status = response.code();
        if (status == NodeRefusal.ANSWER_TOO_LARGE) {
            return answerTooLarge(count);
        }
        if (!response.isSuccessful() && !mayExplain(status)) {
            throw new NodeFailure("HTTP status " + status);
        }
        Buffer body = new Buffer();
        if (!readWhole(response.body().source(), body)) {
            // Closing a body reads on for a while, to keep its connection; this one is given up.
            call.cancel();
            return answerTooLarge(count);
        }
        return replies(json(body, status), status, count);
    }

    /** Some nodes say what is wrong with a question under these. */
    private static boolean mayExplain(int status) {
        return status == 400 || status == 422;
    }

    private static boolean readWhole(BufferedSource source, Buffer body) throws IOException {
        while (body.size() <= ANSWER_BYTES_MAX) {
            if (source.read(body, ANSWER_BYTES_MAX + 1 - body.size()) < 0) {
                return true;
            }
        }
        return false;
    }

    private JsonNode json(Buffer body, int status) throws IOException, NodeFailure {
        try {
            JsonNode json = mapper.readTree(body.inputStream());
            if (json != null && json.isContainerNode()) {
                return json;
            }
        } catch (JacksonException _) {
            // What it says of itself may hold what the node wrote.
        }
        throw new NodeFailure("an answer that is no JSON-RPC, HTTP status " + status);
    }

    private List<Reply> replies(JsonNode json, int status, int count) throws NodeFailure {
        if (json.has("error") && count > 1) {
            return Collections.nCopies(count, reply(json));
        }
        List<Reply> replies = new ArrayList<>(Collections.nCopies(count, null));
        for (JsonNode one : json.isArray() ? json : List.of(json)) {
            int place = count == 1 ? 0 : one.path("id").asInt(-1);
            if (place >= 0 && place < count) {
                replies.set(place, reply(one));
            }
        }
        if (replies.contains(null)) {
            throw new NodeFailure("an answer that is not whole, HTTP status " + status);
        }
        return replies;
    }

    private Reply reply(JsonNode json) throws NodeFailure {
        JsonNode error = json.path("error");
        if (error.isMissingNode() || error.isNull()) {
            if (!json.has("result")) {
                throw new NodeFailure("an answer that is no JSON-RPC");
            }
            return new Reply.Result(json.path("result"));
        }
        NodeRefusal refusal =
                new NodeRefusal(
                        error.path("code").asInt(),
                        text(error.path("message").asText("")),
                        error.path("data"));
        if (isOwnTrouble(refusal)) {
            throw new NodeFailure("error %d, %s".formatted(refusal.code(), refusal.text()));
        }
        return new Reply.Refused(refusal);
    }

    private static boolean isOwnTrouble(NodeRefusal refusal) {
        // The words of a contract that reverts are anybody's.
        boolean ofAContract = refusal.code() == REVERTED || refusal.returned().length > 0;
        return refusal.code() == METHOD_NOT_FOUND || (!ofAContract && refusal.says(OWN_TROUBLE));
    }

    private String text(String message) {
        String scrubbed = url.withoutSecrets(message).replaceAll("\\p{Cntrl}", " ");
        return scrubbed.substring(0, Math.min(scrubbed.length(), TEXT_MAX));
    }

    private static List<Reply> answerTooLarge(int count) {
        return Collections.nCopies(
                count,
                new Reply.Refused(
                        new NodeRefusal(
                                NodeRefusal.ANSWER_TOO_LARGE,
                                "the answer is too large",
                                NullNode.instance)));
    }
}
