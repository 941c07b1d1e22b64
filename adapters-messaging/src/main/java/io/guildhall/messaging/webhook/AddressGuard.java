package io.guildhall.messaging.webhook;

import io.guildhall.domain.notification.Network;
import io.guildhall.domain.notification.PublicAddresses;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses may be called. A receiver's URL is a stranger's text, and our machine stands
 * where strangers do not: whatever is not publicly reached is refused, unless it is allowed by
 * name.
 */
public final class AddressGuard {

    private final List<Network> allowed;

    private AddressGuard(List<Network> allowed) {
        this.allowed = allowed;
    }

    public static AddressGuard publicOnly() {
        return new AddressGuard(List.of());
    }

    /**
     * Public addresses, and these: for receivers in the installation's own network, and for
     * development.
     *
     * @param networks such as {@code 127.0.0.0/8} or {@code ::1}
     */
    public static AddressGuard allowing(List<String> networks) {
        return new AddressGuard(networks.stream().map(Network::of).toList());
    }

    boolean mayCall(InetAddress address) {
        return PublicAddresses.include(address)
                || allowed.stream().anyMatch(network -> network.contains(address));
    }
}
