package io.guildhall.bootstrap.openbounty;

import io.guildhall.domain.loopback.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to the service that can be cut, as it is when the service is restarted, and mended. */
final class Line implements AutoCloseable {

    private final URI service;
    private final int port;
    private final List<Socket> connected = new CopyOnWriteArrayList<>();
    private ServerSocket entrance;

    Line(URI service) throws IOException {
        this.service = service;
        this.port = FreePort.find();
        this.entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> accept(entrance));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Breaks all connections off and takes no new ones. */
    void cut() throws IOException {
        entrance.close();
        for (Socket socket : connected) {
            socket.close();
        }
        connected.clear();
    }

    void mend() throws IOException {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        entrance = again;
        Thread.startVirtualThread(() -> accept(again));
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                Socket client = at.accept();
                Socket server = new Socket(service.getHost(), service.getPort());
                connected.addAll(List.of(client, server));
                Thread.startVirtualThread(() -> pass(client, server));
                Thread.startVirtualThread(() -> pass(server, client));
            } catch (IOException _) {
                // It was cut.
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One of both is gone, and with it the other.
        }
    }
}
