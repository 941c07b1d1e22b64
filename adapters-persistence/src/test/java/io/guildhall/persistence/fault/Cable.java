package io.guildhall.persistence.fault;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The cable between the service and its database. It counts what goes through, and can be told to
 * break at one statement: before the database gets it, or after it has carried it out and before
 * its answer arrives.
 */
public final class Cable {

    /** On which side of a statement the cable breaks. */
    public enum Side {
        BEFORE,
        AFTER
    }

    private static final int NEVER = -1;
    private static final int STATEMENT_MAX = 1 << 20;

    private final ServerSocket entrance;
    private final int databasePort;
    private final AtomicInteger statements = new AtomicInteger();
    private volatile int breaksAt = NEVER;
    private volatile boolean broke;
    private volatile Side breaksOn = Side.BEFORE;

    Cable(int databasePort) {
        this.databasePort = databasePort;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Counts from nothing again, and does not break. */
    public void mend() {
        breaksAt = NEVER;
        statements.set(0);
    }

    /** Counts from nothing again and breaks at that statement, once. */
    public void breakAt(int statement, Side side) {
        statements.set(0);
        broke = false;
        breaksOn = side;
        breaksAt = statement;
    }

    /** Whether that statement came. */
    public boolean broke() {
        return broke;
    }

    /**
     * How many were sent since counting began; a commit counts as one, and so do statements that
     * are sent together.
     */
    public int statements() {
        return statements.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket service = entrance.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
                service.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                var connection = new Connection(service, database);
                Thread.ofVirtual().start(connection::forward);
                Thread.ofVirtual().start(connection::answer);
            } catch (IOException e) {
                return;
            }
        }
    }

    /** One connection, taken apart into the messages of PostgreSQL's protocol. */
    private final class Connection {

        private final Socket service;
        private final Socket database;

        /** The database says once that it is ready before it is asked anything. */
        private int sent = 1;

        private int answered;
        private volatile int lastAnswer = NEVER;

        Connection(Socket service, Socket database) {
            this.service = service;
            this.database = database;
        }

        void forward() {
            try {
                var in = reading(service);
                var out = writing(database);
                // The first message has no type.
                int length = in.readInt();
                out.writeInt(length);
                out.write(in.readNBytes(length - Integer.BYTES));
                out.flush();
                while (true) {
                    Message message = Message.read(in);
                    if (message.endsStatement()) {
                        sent++;
                        if (!message.begins() && breaksNow()) {
                            if (breaksOn == Side.BEFORE) {
                                // What belongs to the statement was written and not flushed: the
                                // database would carry it out without being asked for an answer.
                                return;
                            }
                            lastAnswer = sent;
                        }
                    }
                    message.write(out);
                    if (!message.isPartOfStatement()) {
                        out.flush();
                    }
                }
            } catch (IOException e) {
                // One end is gone, and so shall be the other.
            } finally {
                close();
            }
        }

        void answer() {
            try {
                var in = reading(database);
                var out = writing(service);
                while (true) {
                    Message message = Message.read(in);
                    if (message.isReady() && ++answered == lastAnswer) {
                        return;
                    }
                    message.write(out);
                    if (in.available() == 0) {
                        out.flush();
                    }
                }
            } catch (IOException e) {
                // One end is gone, and so shall be the other.
            } finally {
                close();
            }
        }

        private boolean breaksNow() {
            if (statements.incrementAndGet() != breaksAt) {
                return false;
            }
            breaksAt = NEVER;
            broke = true;
            return true;
        }

        private static DataInputStream reading(Socket socket) throws IOException {
            return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        }

        private static DataOutputStream writing(Socket socket) throws IOException {
            return new DataOutputStream(
                    new BufferedOutputStream(socket.getOutputStream(), STATEMENT_MAX));
        }

        /** Streams would flush themselves when they are closed; sockets do not. */
        private void close() {
            try {
                service.close();
                database.close();
            } catch (IOException e) {
                // Closed already.
            }
        }
    }
}
