package io.guildhall.messaging.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver on a loopback address that does with each request whatever a test wants it to. */
final class Receiver implements AutoCloseable {

    private static final int BACKLOG = 2_000;

    private final ServerSocket listener;
    private final int requestsOfOne;
    private final Behaviour behaviour;
    private final Thread acceptor;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Semaphore arrived = new Semaphore(0);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** What is written back after a request; the connection is closed when it has returned. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Socket connection, OutputStream out) throws IOException;
    }

    record Request(String head, String body) {

        String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ": ";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Receiver(String address, int port, int requestsOfOne, Behaviour behaviour) {
        try {
            this.listener = new ServerSocket(port, BACKLOG, InetAddress.ofLiteral(address));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        this.requestsOfOne = requestsOfOne;
        this.behaviour = behaviour;
        this.acceptor = Thread.ofVirtual().start(this::accept);
    }

    static Receiver at(String address, int port, Behaviour behaviour) {
        return new Receiver(address, port, 1, behaviour);
    }

    static Receiver that(Behaviour behaviour) {
        return at("127.0.0.1", 0, behaviour);
    }

    /** Answers this many requests of each connection, and closes it then. */
    static Receiver keepingOpen(int requestsOfOne) {
        return new Receiver(
                "127.0.0.1",
                0,
                requestsOfOne,
                (_, out) -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    }

    /** Answers with this head and closes the connection. */
    static Receiver answering(String head, String body) {
        return that((_, out) -> write(out, "HTTP/1.1 " + head + "\r\n\r\n" + body));
    }

    static Receiver ok() {
        return answering("200 OK\r\nContent-Length: 2\r\nConnection: close", "ok");
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    /** Until the other side hangs up. */
    static void hang(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {
            // Whatever else comes is not looked at.
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    String url() {
        return "http://" + listener.getInetAddress().getHostAddress() + ":" + port() + "/hook";
    }

    int connections() {
        return connections.get();
    }

    void awaitRequests(int count) throws InterruptedException {
        if (!arrived.tryAcquire(count, 120, TimeUnit.SECONDS)) {
            throw new AssertionError(requests.size() + " requests of " + count);
        }
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket connection : open) {
                connection.close();
            }
            // As long as somebody waits for it, the port takes connections.
            acceptor.join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listener.accept();
                connections.incrementAndGet();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException _) {
            // Closed by the test.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            for (int request = 0; request < requestsOfOne; request++) {
                requests.add(request(connection.getInputStream()));
                arrived.release();
                behaviour.answer(connection, connection.getOutputStream());
            }
        } catch (IOException _) {
            // The caller went away, as some tests want it to.
        } finally {
            open.remove(connection);
        }
    }

    private static Request request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The caller went away");
            }
            head.append((char) next);
        }
        Request withoutBody = new Request(head.toString(), "");
        int length = Integer.parseInt(withoutBody.header("Content-Length"));
        return new Request(head.toString(), new String(in.readNBytes(length), UTF_8));
    }
}
