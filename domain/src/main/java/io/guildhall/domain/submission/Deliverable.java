package io.guildhall.domain.submission;

import io.guildhall.domain.shared.CanonicalJson;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.WebUrl;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something handed in by reference.
 *
 * @param type a word such as {@code pull_request} or {@code file}
 * @param url where it lies; http or https
 * @param label how people call it
 * @param contentHash the SHA-256 of what the URL leads to, in 64 lower-case hex digits, so that it
 *     cannot be exchanged later; null where the agent gave none
 */
public record Deliverable(String type, String url, String label, @Nullable String contentHash) {

    /** The type of what is to be merged. */
    public static final String PULL_REQUEST = "pull_request";

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public void check(Invalid.Check check, String field) {
        check.text(type, field + ".type", 1, 40)
                .text(label, field + ".label", 0, 200)
                .require(
                        WebUrl.isWellFormed(url),
                        field + ".url",
                        "must be an http or https URL of at most 2000 characters")
                .require(
                        contentHash == null || SHA_256.matcher(contentHash).matches(),
                        field + ".contentHash",
                        "must be a SHA-256 in 64 lower-case hex digits");
    }

    String canonicalJson() {
        Map<String, String> fields = new HashMap<>();
        fields.put("type", CanonicalJson.text(type));
        fields.put("url", CanonicalJson.text(url));
        fields.put("label", CanonicalJson.text(label));
        if (contentHash != null) {
            fields.put("contentHash", CanonicalJson.text(contentHash));
        }
        return CanonicalJson.object(fields);
    }
}
