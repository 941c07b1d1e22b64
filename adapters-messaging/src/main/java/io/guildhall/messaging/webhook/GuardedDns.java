package io.guildhall.messaging.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves a host once for a connection and hands on only what may be called. The connection is
 * made to one of these very addresses: nobody asks a second time and hears something else.
 */
final class GuardedDns implements Dns {

    /** More than this many of a host are not tried. */
    static final int ADDRESSES_MAX = 8;

    private final Resolver resolver;
    private final AddressGuard guard;

    GuardedDns(Resolver resolver, AddressGuard guard) {
        this.resolver = resolver;
        this.guard = guard;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> callable =
                resolver.resolve(host).stream()
                        .filter(guard::mayCall)
                        .limit(ADDRESSES_MAX)
                        .toList();
        if (callable.isEmpty()) {
            throw new ForbiddenAddress();
        }
        return callable;
    }
}
