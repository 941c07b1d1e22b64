package io.guildhall.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stub complains of what Stripe would not take: a stub that takes everything shows nothing. */
class StripeStubTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GET; /v1/nowhere; ''",
                "DELETE; /v1/balance; ''",
                "GET; /v1/transfers?group=x; ''",
                "POST; /v1/transfers; 'currency=usd'",
                "POST; /v1/transfers; 'currency=usd&destination=acct_1&amount=ten'",
                "POST; /v1/transfers; 'currency=usd&destination=acct_1&sum=10'",
                "POST; /v1/checkout/sessions; 'mode=gift'",
                "POST; /v1/checkout/sessions; 'line_items[0][price_data][unit_price]=1'",
                "POST; /v1/account_links; 'account=acct_1'"
            })
    void whatIsNotInTheDescriptionIsComplainedOf(String method, String path, String body)
            throws IOException, InterruptedException {
        try (StripeStub stripe = StripeStub.start();
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(ask(client, stripe, StripeStub.KEY, method, path, body)).isEqualTo(400);
            assertThat(stripe.complaints()).hasSize(1);
        }
    }

    @Test
    void whoHasAnotherKeyIsRefused() throws IOException, InterruptedException {
        try (StripeStub stripe = StripeStub.start();
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(ask(client, stripe, "sk_test_another", "GET", "/v1/balance", ""))
                    .isEqualTo(401);
            assertThat(stripe.complaints()).isEmpty();
        }
    }

    @Test
    void formsAreReadAsStripeReadsThem() {
        assertThat(Form.read("a=1&b[c]=2&d[0][e]=3&d[1][e]=4&f[]=5&f[]=6").toString())
                .isEqualTo(
                        "{\"a\":\"1\",\"b\":{\"c\":\"2\"},\"d\":[{\"e\":\"3\"},{\"e\":\"4\"}],\"f\":[\"5\",\"6\"]}");
        assertThat(Form.read(null)).isEmpty();
    }

    private static int ask(
            HttpClient client,
            StripeStub stripe,
            String key,
            String method,
            String path,
            String body)
            throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(stripe.url() + path))
                                .header("Authorization", "Bearer " + key)
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }
}
