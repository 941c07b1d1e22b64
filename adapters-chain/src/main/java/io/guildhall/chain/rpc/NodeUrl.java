package io.guildhall.chain.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a node listens. Most providers put their key into the URL, so it is shown to nobody: not in
 * an error, not in a log, not as text.
 */
public final class NodeUrl {

    /** Shorter parts, such as {@code v3}, are words and no keys. */
    private static final int SECRET_LENGTH_MIN = 6;

    private final HttpUrl url;

    private NodeUrl(HttpUrl url) {
        this.url = url;
    }

    /**
     * @param text begins with http:// or https://, and may hold a name and password
     */
    public static NodeUrl of(String text) {
        HttpUrl url = HttpUrl.parse(text.strip());
        if (url == null) {
            throw new IllegalArgumentException("A node's URL begins with http:// or https://");
        }
        return new NodeUrl(url);
    }

    HttpUrl url() {
        return url.newBuilder().username("").password("").build();
    }

    @Nullable String authorization() {
        return url.username().isEmpty() ? null : Credentials.basic(url.username(), url.password());
    }

    /** The text without what may be a key; nodes repeat what they were asked by. */
    String withoutSecrets(String text) {
        String scrubbed = text;
        for (String secret : secrets()) {
            scrubbed = scrubbed.replace(secret, "…");
        }
        return scrubbed;
    }

    private List<String> secrets() {
        List<String> parts = new ArrayList<>(url.pathSegments());
        parts.add(url.username());
        parts.add(url.password());
        parts.add(url.host());
        for (int place = 0; place < url.querySize(); place++) {
            parts.add(Objects.requireNonNullElse(url.queryParameterValue(place), ""));
        }
        return parts.stream().filter(part -> part.length() >= SECRET_LENGTH_MIN).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodeUrl that && url.equals(that.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    @Override
    public String toString() {
        return "a node's URL";
    }
}
