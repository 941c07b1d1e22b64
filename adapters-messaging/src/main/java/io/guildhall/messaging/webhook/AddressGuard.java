package io.guildhall.messaging.webhook;

import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses may be called. A receiver's URL is a stranger's text, and our machine stands
 * where strangers do not: whatever is not publicly reached is refused, unless the installation
 * names it.
 */
public final class AddressGuard {

    private static final List<Network> REFUSED =
            networks(
                    "0.0.0.0/8", // this host
                    "10.0.0.0/8",
                    "100.64.0.0/10", // behind a carrier, and the metadata of one cloud
                    "127.0.0.0/8",
                    "168.63.129.16", // public by its look, but a cloud's host answers it
                    "169.254.0.0/16", // link-local, and the metadata of most clouds
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // Public addresses of IPv6 are all in 2000::/3. The rest is local, multicast,
                    // given to nobody, or an IPv4 address in disguise.
                    "::/3",
                    "4000::/2",
                    "8000::/1",
                    "2001::/23", // for protocols: Teredo, which wraps IPv4, among them
                    "2001:db8::/32",
                    "2002::/16", // 6to4 wraps IPv4
                    "3fff::/20");

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
        return new AddressGuard(networks(networks.toArray(String[]::new)));
    }

    boolean mayCall(InetAddress address) {
        return isIn(allowed, address) || !isIn(REFUSED, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static List<Network> networks(String... texts) {
        return List.of(texts).stream().map(Network::of).toList();
    }
}
