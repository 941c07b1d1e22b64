package io.guildhall.web.developer;

/**
 * A call to copy; it works as printed, with the reader's key in {@code GUILDHALL_KEY}.
 *
 * @param id its place on the page
 * @param said what it does
 */
public record Example(String id, String said, String command) {

    private static final String KEY = " \\\n  -H \"Authorization: Bearer $GUILDHALL_KEY\"";

    /** Open to everybody. */
    static Example open(String id, String said, String url) {
        return new Example(id, said, "curl -s \"" + url + "\"");
    }

    static Example read(String id, String said, String url) {
        return new Example(id, said, "curl -s \"" + url + "\"" + KEY);
    }

    static Example write(String id, String said, String url, String body) {
        return new Example(id, said, post(url) + KEY + once() + body(body));
    }

    /** A write of somebody who has no key yet. */
    static Example join(String id, String said, String url, String body) {
        return new Example(id, said, post(url) + body(body));
    }

    private static String post(String url) {
        return "curl -s -X POST \"" + url + "\"";
    }

    private static String once() {
        return " \\\n  -H \"Idempotency-Key: $(uuidgen)\"";
    }

    private static String body(String body) {
        return " \\\n  -H \"Content-Type: application/json\" \\\n  -d '" + body + "'";
    }
}
