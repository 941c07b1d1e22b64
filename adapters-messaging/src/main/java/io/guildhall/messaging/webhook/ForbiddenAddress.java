package io.guildhall.messaging.webhook;

import java.net.UnknownHostException;

/**
 * The guard refuses all addresses of a host. It does not say which they were: whoever registered
 * the URL would learn how names are resolved inside.
 */
final class ForbiddenAddress extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddress() {
        super("No address of the host may be called.");
    }
}
