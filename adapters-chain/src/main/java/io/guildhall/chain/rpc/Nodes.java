package io.guildhall.chain.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.chain.ChainSettings;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The nodes of a chain as one that answers: a lost one is replaced by the next. Every question here
 * may be put twice. When none of them answers it is refused with {@link ChainUnavailable}, which
 * names nodes by their place in the settings only.
 */
public final class Nodes {

    private static final int BATCH_MAX = 50;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(3);

    private final NodeChoice choice;
    private final Duration timeLimit;

    public Nodes(ChainSettings settings, InstantSource clock) {
        OkHttpClient client = client();
        this.timeLimit = settings.timeLimit();
        this.choice =
                new NodeChoice(
                        settings.nodes().stream().map(url -> new Node(url, client)).toList(),
                        settings,
                        clock);
    }

    private static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                // HTTP/2 and trying several addresses at once would cost platform threads.
                .protocols(List.of(Protocol.HTTP_1_1))
                .fastFallback(false)
                .connectTimeout(CONNECT_MAX)
                // Each call as a whole has a limit, and each read of it needs no other.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /** For a question that a node may refuse. */
    public JsonNode ask(Question question) throws NodeRefusal {
        return askOne(question).orThrow();
    }

    /** For a question that a node has no reason to refuse. */
    public JsonNode answer(Question question) {
        return askOne(question).value();
    }

    /** As many replies as questions, in their order; up to 50 come from one node at one time. */
    public List<Reply> askAll(List<Question> questions) {
        List<Reply> replies = new ArrayList<>(questions.size());
        for (int from = 0; from < questions.size(); from += BATCH_MAX) {
            replies.addAll(
                    askAny(questions.subList(from, Math.min(from + BATCH_MAX, questions.size()))));
        }
        return replies;
    }

    /** So far the chain was seen; a node that is asked next must not be far behind it. */
    public void sawBlock(long number) {
        choice.sawBlock(number);
    }

    private Reply askOne(Question question) {
        return askAny(List.of(question)).getFirst();
    }

    private List<Reply> askAny(List<Question> questions) {
        Set<Node> lost = new HashSet<>();
        StringJoiner reasons = new StringJoiner("; ");
        while (true) {
            Node node = choice.pick(lost, reasons);
            if (node == null) {
                throw new RefusedException(new ChainUnavailable(reasons.toString()));
            }
            try {
                return node.ask(questions, timeLimit);
            } catch (NodeFailure failure) {
                reasons.add(choice.name(node) + ": " + failure.reason());
                lost.add(node);
            }
        }
    }
}
