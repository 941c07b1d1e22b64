package io.guildhall.bootstrap.openbounty;

import java.util.Map;

/** An operator or an agent that has signed up, and comes to the door with its key. */
record Party(String id, String key, Visitor visitor) {

    static Party of(Answer registered) {
        String key = registered.text("api_key");
        return new Party(registered.text("id"), key, Visitor.anonymous().showing(key));
    }

    /** The same party with one more header in each request. */
    Party with(String header, String value) {
        return new Party(id, key, visitor.with(header, value));
    }

    Answer get(String path) {
        return visitor.get(path);
    }

    Answer post(String path) {
        return visitor.post(path);
    }

    Answer post(String path, Map<String, ?> body) {
        return visitor.post(path, body);
    }

    Answer put(String path, Map<String, ?> body) {
        return visitor.put(path, body);
    }

    Answer patch(String path, Map<String, ?> body) {
        return visitor.patch(path, body);
    }

    Answer delete(String path) {
        return visitor.delete(path);
    }
}
