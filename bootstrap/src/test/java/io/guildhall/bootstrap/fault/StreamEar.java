package io.guildhall.bootstrap.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Listens to the event stream as the standard's own client would, and comes back when cut off. */
public final class StreamEar implements AutoCloseable {

    private static final Duration BEFORE_RETURNING = Duration.ofMillis(300);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    private final URI stream;
    private final String key;
    private final Heard heard = new Heard("stream");
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean connected;
    private volatile boolean resynced;
    private String lastEventId = "";

    public StreamEar(URI base, String key) {
        this.stream = base.resolve("/api/stream");
        this.key = key;
        this.thread = Thread.ofVirtual().start(this::listen);
    }

    public Heard heard() {
        return heard;
    }

    public boolean isConnected() {
        return connected;
    }

    /** Whether it was ever told that something is lost. */
    public boolean isResynced() {
        return resynced;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void listen() {
        while (!closed) {
            try {
                HttpResponse<InputStream> answer =
                        HTTP.send(request(), BodyHandlers.ofInputStream());
                if (answer.statusCode() == 200) {
                    connected = true;
                    hear(answer.body());
                }
            } catch (IOException cutOff) {
                // It comes back by the last id it heard.
            } catch (InterruptedException e) {
                return;
            }
            connected = false;
            LockSupport.parkNanos(BEFORE_RETURNING.toNanos());
        }
    }

    private HttpRequest request() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(stream)
                        .header("Authorization", "Bearer " + key)
                        .header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.build();
    }

    private void hear(InputStream body) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = lastEventId;
            String event = "message";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    lastEventId = id;
                    if (!data.isEmpty()) {
                        dispatch(event, data.toString());
                    }
                    event = "message";
                    data.setLength(0);
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        }
    }

    private void dispatch(String event, String data) {
        if (event.equals("resync")) {
            resynced = true;
        } else {
            heard.hear(data);
        }
    }
}
