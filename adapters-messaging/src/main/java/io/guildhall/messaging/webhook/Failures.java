package io.guildhall.messaging.webhook;

import io.guildhall.domain.notification.WebhookSender.Answer.Unreachable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;

/** What a failed call means to the receiver's owner. */
final class Failures {

    private static final int DETAIL_MAX = 200;

    private Failures() {}

    static Unreachable of(IOException failure, Duration took) {
        return switch (failure) {
            case ForbiddenAddress forbidden -> forbidden(message(forbidden), took);
            case UnknownHostException unknown -> new Unreachable("dns", message(unknown), took);
            case SSLException tls -> new Unreachable("tls", message(tls), took);
            case ConnectException _, NoRouteToHostException _ ->
                    new Unreachable("connection_refused", "No connection could be made.", took);
            case ProtocolException invalid ->
                    new Unreachable("invalid_answer", message(invalid), took);
            case InterruptedIOException _ ->
                    new Unreachable("timeout", "No answer came within the time limit.", took);
            default ->
                    new Unreachable(
                            "connection_lost",
                            "The connection ended before an answer had come.",
                            took);
        };
    }

    static Unreachable forbidden(String detail, Duration took) {
        return new Unreachable("forbidden_address", detail, took);
    }

    private static String message(IOException failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        return message.substring(0, Math.min(message.length(), DETAIL_MAX)).replace('\0', '\uFFFD');
    }
}
