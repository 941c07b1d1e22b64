package io.guildhall.application.party;

import io.guildhall.application.access.RandomSource;
import java.util.Base64;

/** What proves, once, that somebody was sent to GitHub, or has come back from there. */
final class LinkSecret {

    private static final int BYTES = 32;

    private LinkSecret() {}

    static String from(RandomSource random) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(BYTES));
    }
}
