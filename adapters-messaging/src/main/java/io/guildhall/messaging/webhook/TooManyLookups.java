package io.guildhall.messaging.webhook;

import java.net.UnknownHostException;

/** Nobody was asked for the host, so that nothing is known of it. */
final class TooManyLookups extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    TooManyLookups() {
        super("Too many lookups are under way.");
    }
}
