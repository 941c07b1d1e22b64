package io.guildhall.domain.notification;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses are publicly reached; the one table of those that are not. */
public final class PublicAddresses {

    private static final List<Network> OTHERS =
            Stream.of(
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
                            // Public addresses of IPv6 are all in 2000::/3. The rest is local,
                            // multicast, given to nobody, or an IPv4 address in disguise.
                            "::/3",
                            "4000::/2",
                            "8000::/1",
                            "2001::/23", // for protocols: Teredo, which wraps IPv4, among them
                            "2001:db8::/32",
                            "2002::/16", // 6to4 wraps IPv4
                            "3fff::/20")
                    .map(Network::of)
                    .toList();

    private PublicAddresses() {}

    public static boolean include(InetAddress address) {
        return OTHERS.stream().noneMatch(network -> network.contains(address));
    }
}
