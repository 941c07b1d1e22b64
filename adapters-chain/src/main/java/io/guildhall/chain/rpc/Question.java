package io.guildhall.chain.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call by JSON-RPC. */
public record Question(String method, ArrayNode parameters) {

    /**
     * @param parameters texts, booleans, numbers and JSON trees
     */
    public static Question of(String method, Object... parameters) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Object parameter : parameters) {
            array.add(json(parameter));
        }
        return new Question(method, array);
    }

    private static JsonNode json(Object parameter) {
        return switch (parameter) {
            case JsonNode tree -> tree;
            case String text -> JsonNodeFactory.instance.textNode(text);
            case Boolean flag -> JsonNodeFactory.instance.booleanNode(flag);
            case Long number -> JsonNodeFactory.instance.numberNode(number);
            case Integer number -> JsonNodeFactory.instance.numberNode(number);
            default -> throw new IllegalArgumentException("No JSON of " + parameter.getClass());
        };
    }

    ObjectNode numbered(int id) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("jsonrpc", "2.0").put("id", id).put("method", method);
        json.set("params", parameters);
        return json;
    }
}
