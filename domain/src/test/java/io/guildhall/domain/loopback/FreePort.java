package io.guildhall.domain.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server that has to be told where to listen: because others are told before it
 * starts, or because it comes back to the same place. A server that can do with any port asks the
 * system for one, which is 0.
 */
public final class FreePort {

    /**
     * Below those that systems give to outgoing connections, one of which could take it before the
     * server has started or while it is away.
     */
    private static final int FIRST = 21_000;

    private static final int END = 32_000;
    private static final int ATTEMPTS_MAX = 1_000;
    private static final String GIVEN = "free-port.given.";

    private FreePort() {}

    /**
     * Any of eleven thousand, since other JVMs look for one meanwhile; in this JVM nobody else gets
     * it.
     */
    public static int find() {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port) && isGivenFirst(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Quarkus loads this class several times over; only the system properties are one for all. */
    private static boolean isGivenFirst(int port) {
        return System.getProperties().putIfAbsent(GIVEN + port, "") == null;
    }
}
