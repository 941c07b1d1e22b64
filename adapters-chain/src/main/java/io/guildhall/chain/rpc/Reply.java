package io.guildhall.chain.rpc;

import com.fasterxml.jackson.databind.JsonNode;

/** What a node says to a question. */
public sealed interface Reply {

    record Result(JsonNode value) implements Reply {}

    record Refused(NodeRefusal refusal) implements Reply {}

    default JsonNode orThrow() throws NodeRefusal {
        return switch (this) {
            case Result(JsonNode value) -> value;
            case Refused(NodeRefusal refusal) -> throw refusal;
        };
    }

    /** For questions that are never refused. */
    default JsonNode value() {
        return switch (this) {
            case Result(JsonNode value) -> value;
            case Refused(NodeRefusal refusal) -> throw refusal.unavailable();
        };
    }
}
