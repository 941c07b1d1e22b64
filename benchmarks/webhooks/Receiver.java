import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Takes every POST on a loopback port, as cheaply as can be, and says ok. Prints its port; ends
 * with its standard input.
 */
class Receiver {

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes();
    private static final String LENGTH = "content-length:";

    public static void main(String... arguments) throws IOException {
        ServerSocket listener = new ServerSocket(0, 4_096, InetAddress.ofLiteral("127.0.0.1"));
        System.out.println(listener.getLocalPort());
        Thread.ofPlatform().daemon().start(() -> accept(listener));
        while (System.in.read() >= 0) {
            // Nobody says anything; the end of it is the end of us.
        }
    }

    private static void accept(ServerSocket listener) {
        try {
            while (true) {
                Socket connection = listener.accept();
                connection.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException failure) {
            failure.printStackTrace();
        }
    }

    private static void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream(), 8_192);
                OutputStream out = connection.getOutputStream()) {
            while (true) {
                int length = 0;
                String line = line(in);
                while (line != null && !line.isEmpty()) {
                    if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
                    }
                    line = line(in);
                }
                if (line == null) {
                    return;
                }
                in.skipNBytes(length);
                out.write(ANSWER);
            }
        } catch (IOException callerWentAway) {
            // So the connection is over.
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return next < 0 ? null : line.toString();
    }
}
