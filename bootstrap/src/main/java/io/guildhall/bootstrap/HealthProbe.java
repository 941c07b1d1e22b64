package io.guildhall.bootstrap;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Asks the service on this machine whether it is ready: for containers without a program for it.
 */
final class HealthProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int OK = 200;

    private HealthProbe() {}

    /**
     * @return the exit code: 0 when it is
     */
    static int run(int port, PrintStream out) {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
                        .timeout(PATIENCE)
                        .build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            out.println(answer.body());
            return answer.statusCode() == OK ? 0 : 1;
        } catch (IOException nobodyThere) {
            out.println("Nobody answers on port " + port);
            return 1;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
