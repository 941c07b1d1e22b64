package io.guildhall.bootstrap.jobtobot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What the door said; every answer is looked at for the document's envelope. */
record Said(int status, HttpHeaders headers, String text, JsonNode body) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    // Without it 12.50 would be read as 12.5.
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    static Said of(HttpResponse<String> response) {
        Said said =
                new Said(
                        response.statusCode(),
                        response.headers(),
                        response.body(),
                        json(response.body()));
        assertThat(said.headers.firstValue("X-Request-Id")).isPresent();
        assertThat(said.headers.firstValue("X-RateLimit-Limit")).isPresent();
        if (said.status < 300) {
            assertThat(said.body.fieldNames()).toIterable().containsExactly("ok", "data");
            assertThat(said.body.get("ok").booleanValue()).isTrue();
        } else {
            assertThat(said.body.fieldNames()).toIterable().containsExactly("ok", "error");
            assertThat(said.body.get("ok").booleanValue()).isFalse();
            assertThat(said.body.get("error").fieldNames())
                    .toIterable()
                    .containsExactly("code", "message");
        }
        return said;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    Said is(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }

    Said isRefusal(int expected, String code) {
        is(expected);
        assertThat(body.at("/error/code").asText()).as(text).isEqualTo(code);
        assertThat(body.at("/error/message").asText()).as(text).isNotBlank();
        return this;
    }

    /** Below {@code data}, by a JSON pointer. */
    JsonNode at(String pointer) {
        JsonNode found = body.at("/data" + pointer);
        assertThat(found.isMissingNode()).as("%s of %s", pointer, text).isFalse();
        return found;
    }

    String text(String pointer) {
        return at(pointer).asText();
    }
}
