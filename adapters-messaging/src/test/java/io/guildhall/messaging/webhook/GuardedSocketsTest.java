package io.guildhall.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The last place before the network, whoever comes to it and on whatever way. */
class GuardedSocketsTest {

    private final Receiver receiver = Receiver.ok();
    private final InetSocketAddress target =
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), receiver.port());

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void socketRefusesWhatGuardRefuses() throws IOException {
        assertRefused(target);
        assertThat(receiver.connections()).isZero();
    }

    @Test
    void socketResolvesNothing() throws IOException {
        assertRefused(InetSocketAddress.createUnresolved("localhost", receiver.port()));
        assertThat(receiver.connections()).isZero();
    }

    @Test
    void socketKnowsNoOtherKindOfAddress() throws IOException {
        assertRefused(UnixDomainSocketAddress.of("/run/some.sock"));
    }

    @Test
    void socketConnectsToWhatGuardAllows() throws IOException {
        try (Socket socket =
                new GuardedSockets(AddressGuard.allowing(List.of("127.0.0.1"))).createSocket()) {
            socket.connect(target);

            assertThat(socket.isConnected()).isTrue();
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    private static void assertRefused(SocketAddress address) throws IOException {
        try (Socket socket = new GuardedSockets(AddressGuard.publicOnly()).createSocket()) {
            assertThatExceptionOfType(ForbiddenAddress.class)
                    .isThrownBy(() -> socket.connect(address));
            assertThatExceptionOfType(ForbiddenAddress.class)
                    .isThrownBy(() -> socket.connect(address, 100));
        }
    }
}
