package io.guildhall.rest.openbounty.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.inmemory.ScriptedRail.Behaviour;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeStatus.Payable;
import io.guildhall.rest.openbounty.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account that is replaced, by somebody whose answer was lost. */
@QuarkusTest
class OnboardingResourceTest {

    private static final String LINK = "/api/payments/onboarding-link";
    private static final String IN_GERMANY = "{\"country\": \"DE\"}";
    private static final String REPLACE = "{\"country\": \"DE\", \"replace\": true}";

    @Inject InMemoryGuildhall guildhall;

    private Member payee;
    private Client client;

    @BeforeEach
    void payeeWithAnAccount() {
        payee = Members.operator(guildhall);
        client = Client.of(payee);
        assertThat(client.post(LINK, IN_GERMANY).statusCode()).isEqualTo(200);
        finish("bank-1");
    }

    @Test
    void repeatedRequestReplacesAnAccountOnce() {
        PayeeAccount first = account();
        assertThat(client.postOnce(LINK, REPLACE, "one").statusCode()).isEqualTo(200);
        finish("bank-2");
        PayeeAccount second = account();
        assertThat(second.key()).isNotEqualTo(first.key());

        Response again = client.postOnce(LINK, REPLACE, "one");

        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(again.<String>path("url")).endsWith("/" + second.reference());
        assertThat(account()).isEqualTo(second);
    }

    @Test
    void replacementThatStripeNeverHeardOfGoesOnByTheSameAccount() {
        guildhall.rail.next(Behaviour.WORKS, Behaviour.BREAKS_AFTER);
        assertThat(client.postOnce(LINK, REPLACE, "one").statusCode()).isEqualTo(503);
        PayeeAccount asked = account();

        assertThat(client.postOnce(LINK, REPLACE, "one").statusCode()).isEqualTo(200);

        assertThat(account().key()).isEqualTo(asked.key());
    }

    @Test
    void anotherKeyReplacesItAgainAndTheSameWithAnotherBodyIsRefused() {
        client.postOnce(LINK, REPLACE, "one");
        PayeeAccount second = account();

        Response otherBody =
                client.postOnce(LINK, "{\"country\": \"FR\", \"replace\": true}", "one");
        assertThat(otherBody.statusCode()).as(otherBody.asString()).isEqualTo(422);
        assertThat(otherBody.<String>path("reason")).isEqualTo("idempotency_key_reused");
        assertThat(account()).isEqualTo(second);
        client.postOnce(LINK, REPLACE, "two");

        assertThat(account().key()).isNotEqualTo(second.key());
    }

    /** The payee has told Stripe all that it wants to know. */
    private void finish(String bank) {
        guildhall.rail.complete(Objects.requireNonNull(account().reference()), bank);
        guildhall.useCases.followPayees.handle(100);
        assertThat(account().status()).isInstanceOf(Payable.class);
    }

    private PayeeAccount account() {
        return guildhall.payeeAccounts.of(payee.caller().operator()).orElseThrow();
    }
}
