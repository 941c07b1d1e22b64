package io.guildhall.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.domain.codehost.Notice;

/** What a notice says. */
final class NoticeBody {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private NoticeBody() {}

    static JsonNode of(Notice notice) {
        try {
            return MAPPER.readTree(notice.body());
        } catch (JsonProcessingException _) {
            // What the parser says would quote the body.
            throw broken(notice, "is no JSON");
        }
    }

    /**
     * @param what goes on from the notice
     */
    static IllegalArgumentException broken(Notice notice, String what) {
        return new IllegalArgumentException("Notice " + notice.id() + " " + what);
    }
}
