package io.guildhall.messaging.webhook;

import io.guildhall.domain.notification.WebhookSender;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Posts letters with one OkHttp client, on the caller's thread. Whoever is called was checked where
 * the connection is made; a letter is sent once, except that a kept connection which turns out to
 * be closed is replaced by a new one.
 */
public final class OkHttpWebhookSender implements WebhookSender {

    /** Receivers close idle connections after 5 seconds and more; before that we let go. */
    private static final long IDLE_SECONDS = 4;

    private final OkHttpClient client;

    public OkHttpWebhookSender(AddressGuard guard, SendingLimits limits) {
        this(client(guard, new SystemResolver(limits.connect()), limits).build());
    }

    OkHttpWebhookSender(OkHttpClient client) {
        this.client = client;
    }

    static OkHttpClient.Builder client(
            AddressGuard guard, Resolver resolver, SendingLimits limits) {
        return new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .dns(new GuardedDns(resolver, guard))
                .socketFactory(new GuardedSockets(guard))
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(new FirstAnswer())
                // HTTP/2 would cost a platform thread for each connection, and share one connection
                // between hosts.
                .protocols(List.of(Protocol.HTTP_1_1))
                // Trying several addresses at once is done on platform threads, too.
                .fastFallback(false)
                .connectionPool(
                        new ConnectionPool(
                                limits.idleConnections(), IDLE_SECONDS, TimeUnit.SECONDS))
                .callTimeout(limits.call())
                .connectTimeout(limits.connect())
                // The call as a whole has a limit, and each read of it needs no other.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO);
    }

    @Override
    public Answer send(Letter letter) {
        long start = System.nanoTime();
        HttpUrl url = HttpUrl.parse(letter.url());
        if (url == null || !HostSpelling.isClear(url.host())) {
            return Failures.forbidden("The URL is not written as one should be.", since(start));
        }
        Call call = client.newCall(SignedRequest.of(letter, url));
        try (Response response = call.execute()) {
            return replied(call, response, letter.at(), start);
        } catch (TooManyLookups busy) {
            throw new Busy(busy);
        } catch (IOException failure) {
            return Failures.of(failure, since(start));
        }
    }

    private static Replied replied(Call call, Response response, Instant at, long start) {
        BodyStart body = BodyStart.read(response.body().source());
        if (!body.whole()) {
            // Closing a body reads on for a while, to keep its connection; this one is given up.
            call.cancel();
        }
        Duration took = since(start);
        return new Replied(
                FirstAnswer.statusOf(response),
                took,
                body.text(),
                RetryAfter.in(response.headers(), at.plus(took)));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
