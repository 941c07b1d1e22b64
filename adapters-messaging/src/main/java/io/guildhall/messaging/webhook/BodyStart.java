package io.guildhall.messaging.webhook;

import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;

/**
 * The first words of what a receiver wrote, for its owner to read.
 *
 * @param whole whether it ended within what we read of it
 */
record BodyStart(String text, boolean whole) {

    static final long BYTES_MAX = 16 * 1024;

    /** The status has come before, so a body that breaks off or hangs is no failure any more. */
    static BodyStart read(BufferedSource source) {
        Buffer read = new Buffer();
        boolean whole = false;
        try {
            while (!whole && read.size() < BYTES_MAX) {
                whole = source.read(read, BYTES_MAX - read.size()) < 0;
            }
        } catch (IOException _) {
            // What came so far is kept.
        }
        return new BodyStart(start(read.readUtf8()), whole);
    }

    private static String start(String text) {
        // No database keeps a zero character in a text.
        String kept = text.replace('\0', '\uFFFD');
        if (kept.length() <= Replied.BODY_START_MAX) {
            return kept;
        }
        boolean wouldSplitCharacter =
                Character.isHighSurrogate(kept.charAt(Replied.BODY_START_MAX - 1));
        return kept.substring(0, Replied.BODY_START_MAX - (wouldSplitCharacter ? 1 : 0));
    }
}
