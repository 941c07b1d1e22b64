package io.guildhall.bootstrap.fault;

import com.fasterxml.jackson.databind.JsonNode;

/** Asks for events page by page, from the beginning on. */
final class PullEar {

    private final Stubborn caller;
    private final Heard heard = new Heard("pull");
    private String after = "";

    PullEar(Stubborn caller) {
        this.caller = caller;
    }

    Heard heard() {
        return heard;
    }

    /** Takes what there is, to the end of the stream. */
    void catchUp() {
        boolean more = true;
        while (more) {
            JsonNode page =
                    caller.get(
                            "/api/events?limit=100" + (after.isEmpty() ? "" : "&after=" + after));
            page.required("items").forEach(event -> heard.hear(event.toString()));
            after = page.required("next_cursor").asText();
            more = page.required("has_more").booleanValue();
        }
    }
}
