package io.guildhall.persistence.escrow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.persistence.shared.Words;

/** A call to the contract under its word, as a jsonb column holds it. */
final class VaultCallJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private VaultCallJson() {}

    static String write(VaultCall call) {
        ObjectNode json =
                MAPPER.createObjectNode()
                        .put("word", call.word())
                        .put("bounty", call.bounty().hex());
        switch (call) {
            case VaultCall.SubmitWork(var _, var agent, var fence, var content) ->
                    json.put("agent", agent.hex()).put("fence", fence).put("content", hex(content));
            case VaultCall.AcceptWork(var _, var work) -> put(json, work);
            case VaultCall.SendBack(var _, var work, var as, var notes) -> {
                put(json, work);
                json.put("as", Words.of(as)).put("notes", hex(notes));
            }
            case VaultCall.OpenDispute(
                            var _,
                            var agent,
                            var fence,
                            var submission,
                            var by,
                            var reason) ->
                    json.put("agent", agent.hex())
                            .put("fence", fence)
                            .put("submission", submission)
                            .put("by", Words.of(by))
                            .put("reason", hex(reason));
            case VaultCall.AnswerDispute(var _, var dispute, var evidence) ->
                    json.put("dispute", dispute).put("evidence", hex(evidence));
            case VaultCall.RuleDispute(var _, var dispute, var share) ->
                    json.put("dispute", dispute).put("agent_share_bps", share);
            case VaultCall.AcceptUnanswered _, VaultCall.Expire _, VaultCall.TimeOutDispute _ -> {
                // The bounty says it all.
            }
        }
        return json.toString();
    }

    static VaultCall read(String text) {
        JsonNode json = tree(text);
        OnchainId bounty = new OnchainId(text(json, "bounty"));
        String word = text(json, "word");
        return switch (word) {
            case "submit_work" ->
                    new VaultCall.SubmitWork(
                            bounty, agent(json), number(json, "fence"), digest(json, "content"));
            case "accept_work" -> new VaultCall.AcceptWork(bounty, work(json));
            case "accept_unanswered" -> new VaultCall.AcceptUnanswered(bounty);
            case "send_back" ->
                    new VaultCall.SendBack(
                            bounty,
                            work(json),
                            Words.parse(SentBackAs.class, text(json, "as")),
                            digest(json, "notes"));
            case "expire" -> new VaultCall.Expire(bounty);
            case "open_dispute" ->
                    new VaultCall.OpenDispute(
                            bounty,
                            agent(json),
                            number(json, "fence"),
                            integer(json, "submission"),
                            Words.parse(Side.class, text(json, "by")),
                            digest(json, "reason"));
            case "answer_dispute" ->
                    new VaultCall.AnswerDispute(
                            bounty, integer(json, "dispute"), digest(json, "evidence"));
            case "rule_dispute" ->
                    new VaultCall.RuleDispute(
                            bounty, integer(json, "dispute"), integer(json, "agent_share_bps"));
            case "time_out_dispute" -> new VaultCall.TimeOutDispute(bounty);
            default -> throw new IllegalStateException("No call has the word " + word);
        };
    }

    /** What a column holds is ours, so it is JSON. */
    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ObjectNode json, WorkRef work) {
        json.put("agent", work.agent().hex())
                .put("fence", work.fence())
                .put("submission", work.number())
                .put("content", hex(work.content()));
    }

    private static WorkRef work(JsonNode json) {
        return new WorkRef(
                agent(json),
                number(json, "fence"),
                integer(json, "submission"),
                digest(json, "content"));
    }

    private static WalletAddress agent(JsonNode json) {
        return new WalletAddress(text(json, "agent"));
    }

    private static Digest digest(JsonNode json, String name) {
        return new Digest(text(json, name));
    }

    private static String hex(Digest digest) {
        return digest.hex();
    }

    private static String text(JsonNode json, String name) {
        return json.required(name).textValue();
    }

    private static long number(JsonNode json, String name) {
        return json.required(name).longValue();
    }

    private static int integer(JsonNode json, String name) {
        return json.required(name).intValue();
    }
}
