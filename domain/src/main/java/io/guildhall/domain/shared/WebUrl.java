package io.guildhall.domain.shared;

import java.net.URI;
import java.net.URISyntaxException;

/** The form of an address that people may be sent to; nobody calls it from here. */
public final class WebUrl {

    private static final int LENGTH_MAX = 2_000;

    private WebUrl() {}

    public static boolean isWellFormed(String url) {
        if (url.length() > LENGTH_MAX) {
            return false;
        }
        try {
            URI uri = new URI(url);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
