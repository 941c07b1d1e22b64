package io.guildhall.persistence.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Words by their names as the JSON of one column. */
final class WordsJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private WordsJson() {}

    static String write(Map<String, String> words) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        words.forEach(object::put);
        return object.toString();
    }

    static Map<String, String> read(String json) {
        try {
            Map<String, String> words = new TreeMap<>();
            MAPPER.readTree(json)
                    .properties()
                    .forEach(word -> words.put(word.getKey(), word.getValue().asText()));
            return words;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
