package io.guildhall.messaging.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.notification.WebhookSender.Answer.Unreachable;
import io.guildhall.domain.notification.WebhookSender.Letter;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate says who is called; whoever is not known by it gets nothing. */
class HttpsTest {

    private static final char[] PASSWORD = "password".toCharArray();
    private static final AddressGuard LOOPBACK = AddressGuard.allowing(List.of("127.0.0.0/8"));

    @TempDir private static Path directory;
    private static KeyStore keys;

    private HttpsServer server;
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeAll
    static void makeKeys() throws IOException, InterruptedException, GeneralSecurityException {
        keys = selfSigned(directory.resolve("keys"));
    }

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server =
                HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void certificateThatNobodyVouchesForIsRefused() {
        Answer answer =
                new OkHttpWebhookSender(LOOPBACK, SendingLimits.DEFAULT)
                        .send(letterTo("127.0.0.1"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Unreachable.class, failed -> assertThat(failed.reason()).isEqualTo("tls"));
        assertThat(requests).hasValue(0);
    }

    @Test
    void certificateOfAnotherHostIsRefused() throws GeneralSecurityException {
        Answer answer = trusting().send(letterTo("other.example"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Unreachable.class, failed -> assertThat(failed.reason()).isEqualTo("tls"));
        assertThat(requests).hasValue(0);
    }

    @Test
    void certificateOfTheHostIsGoodWhenVouchedFor() throws GeneralSecurityException {
        assertThat(trusting().send(letterTo("hooks.example"))).isInstanceOf(Replied.class);
        assertThat(trusting().send(letterTo("127.0.0.1"))).isInstanceOf(Replied.class);

        assertThat(requests).hasValue(2);
    }

    private OkHttpWebhookSender trusting() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new OkHttpWebhookSender(
                OkHttpWebhookSender.client(
                                LOOPBACK,
                                _ -> List.of(InetAddress.ofLiteral("127.0.0.1")),
                                SendingLimits.DEFAULT)
                        .sslSocketFactory(
                                context.getSocketFactory(),
                                (X509TrustManager) trust.getTrustManagers()[0])
                        .build());
    }

    private Letter letterTo(String host) {
        return Letters.to("https://" + host + ":" + server.getAddress().getPort() + "/hook");
    }

    private static KeyStore selfSigned(Path file)
            throws IOException, InterruptedException, GeneralSecurityException {
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=hooks.example",
                                "-ext",
                                "SAN=dns:hooks.example,ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        // Whoever holds the certificate as one to trust, vouches for it.
        keys.setCertificateEntry("trusted", keys.getCertificate("mykey"));
        return keys;
    }
}
