package io.guildhall.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.quality.GateCase;
import io.guildhall.domain.quality.GateCase.Earlier;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery for one of the sample bounties, and what it is.
 *
 * @param half whether it was looked at while the scorer was made
 * @param base the delivery that it differs from only by speaking to the judge
 */
record Labelled(String id, String label, String half, @Nullable String base, GateCase gateCase) {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<Labelled> all() throws IOException {
        Map<Integer, BountyTerms> bounties = new HashMap<>();
        for (String line : Files.readAllLines(EXAMPLES.resolve("bounties.jsonl"))) {
            JsonNode bounty = MAPPER.readTree(line);
            bounties.put(bounty.get("id").intValue(), terms(bounty));
        }
        return Files.readAllLines(EXAMPLES.resolve("deliveries.jsonl")).stream()
                .map(Labelled::tree)
                .map(node -> of(node, bounties))
                .toList();
    }

    /** What the gate ought to let through, were it able to tell. */
    boolean isWork() {
        return switch (label) {
            case "good", "links_only" -> true;
            case "thin",
                    "off_topic",
                    "placeholder",
                    "refusal",
                    "repeated",
                    "near_duplicate",
                    "stuffed",
                    "padded",
                    "fluent_false" ->
                    false;
            default -> throw new IllegalStateException(label);
        };
    }

    private static Labelled of(JsonNode node, Map<Integer, BountyTerms> bounties) {
        List<Earlier> earlier =
                node.get("earlier")
                        .valueStream()
                        .map(one ->
                                new Earlier(
                                        new Work(one.get("content").textValue(), List.of()),
                                        one.get("own").booleanValue()))
                        .toList();
        Work work =
                new Work(
                        node.get("content").textValue(),
                        node.get("deliverables").valueStream().map(Labelled::deliverable).toList());
        BountyTerms asked = bounties.get(node.get("bounty").intValue());
        if (asked == null) {
            throw new IllegalStateException("There is no bounty " + node.get("bounty"));
        }
        return new Labelled(
                node.get("id").textValue(),
                node.get("label").textValue(),
                node.get("half").textValue(),
                node.get("base").textValue(),
                new GateCase(asked, work, earlier));
    }

    private static Deliverable deliverable(JsonNode node) {
        return new Deliverable(
                node.get("type").textValue(),
                node.get("url").textValue(),
                node.get("label").textValue(),
                node.get("content_hash").textValue());
    }

    private static BountyTerms terms(JsonNode bounty) {
        return new BountyTerms(
                bounty.get("title").textValue(),
                bounty.get("body_markdown").textValue(),
                texts(bounty.get("acceptance_criteria")),
                bounty.get("category").textValue(),
                texts(bounty.get("capabilities")),
                Money.cents(bounty.get("reward").get("amount_cents").longValue(), Currency.USD),
                ClaimPolicy.BID,
                Rail.LEDGER,
                true,
                Instant.EPOCH,
                BountyTerms.CLAIM_TTL_DEFAULT,
                BountyTerms.REVIEW_WINDOW_DEFAULT,
                0,
                true,
                0,
                bounty.get("issue_url").textValue(),
                Verification.BY_HAND);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::textValue).toList();
    }

    private static JsonNode tree(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
