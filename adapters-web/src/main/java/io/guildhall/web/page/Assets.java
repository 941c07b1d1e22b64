package io.guildhall.web.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Addresses of what pages are made with; they change with their contents, so that none is stale.
 */
@Singleton
public final class Assets {

    private static final String HTMX = "_static/htmx.org/2.0.2/dist/htmx.min.js";
    private static final int MARK_DIGITS = 12;

    private final String style = versioned("console/console.css");
    private final String script = versioned("console/console.js");
    private final String watch = versioned("console/watch.js");
    private final String htmx = versioned(HTMX);

    public String style() {
        return style;
    }

    public String script() {
        return script;
    }

    public String watch() {
        return watch;
    }

    public String htmx() {
        return htmx;
    }

    private static String versioned(String path) {
        try (InputStream file =
                Objects.requireNonNull(
                        Thread.currentThread()
                                .getContextClassLoader()
                                .getResourceAsStream("META-INF/resources/" + path),
                        path)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return "/" + path + "?v=" + HexFormat.of().formatHex(digest).substring(0, MARK_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
