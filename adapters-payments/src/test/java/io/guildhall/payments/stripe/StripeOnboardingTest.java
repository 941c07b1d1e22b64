package io.guildhall.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.payee.PayeeOnboarding.Application;
import io.guildhall.domain.payee.PayeeOnboarding.Facts;
import io.guildhall.domain.rail.RailUnavailable;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.payments.stripe.StripeStub.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payees say at Stripe who they are, and Stripe says what it still wants to know. */
class StripeOnboardingTest {

    private final StripeStub stripe = StripeStub.start();
    private final StripeOnboarding onboarding = new StripeOnboarding(stripe.settings());
    private final Application bob =
            new Application(UUID.randomUUID(), "Bob", "bob@example.org", "DE");

    @AfterEach
    void stripeHadNothingToComplainOf() {
        assertThat(stripe.complaints()).isEmpty();
        stripe.close();
    }

    @Test
    void countryIsServedOrNot() {
        assertThat(onboarding.serves("KE")).isTrue();
        assertThat(onboarding.serves("KP")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"NONE", "SILENT_BEFORE", "SILENT_AFTER", "TOO_MANY"})
    void accountIsOpenedOnceWhateverGoesWrong(Trouble trouble) {
        stripe.next(trouble);
        try {
            onboarding.open(bob);
        } catch (RefusedException unavailable) {
            assertThat(unavailable.error()).isInstanceOf(RailUnavailable.class);
        }

        String account = onboarding.open(bob);

        assertThat(account).startsWith("acct_");
        assertThat(stripe.account().accounts()).isOne();
    }

    @Test
    void pageIsAnotherEachTime() {
        String account = onboarding.open(bob);

        assertThat(onboarding.page(account).url().toString()).contains(account);
        assertThat(onboarding.page(account).expiresAt()).isNotNull();
        assertThat(stripe.asked()).filteredOn("post /v1/account_links"::equals).hasSize(2);
    }

    @Test
    void whatStripeWantsToKnowIsTold() {
        String account = onboarding.open(bob);
        assertThat(onboarding.facts(account))
                .isEqualTo(
                        new Facts(
                                false,
                                List.of("external_account", "tos_acceptance.date"),
                                "requirements.past_due",
                                null));

        stripe.account().complete(account, "print1");
        assertThat(onboarding.facts(account)).isEqualTo(new Facts(true, List.of(), null, "print1"));

        stripe.account().restrict(account);
        assertThat(onboarding.facts(account).payable()).isFalse();
        assertThat(onboarding.facts(account).destination()).isEqualTo("print1");
    }

    @Test
    void whenStripeAsksToWaitTheCallerIsToldHowLong() {
        stripe.next(Trouble.TOO_MANY);

        assertThatThrownBy(() -> onboarding.serves("DE"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.error().retryAfter())
                                        .isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void noRefusalHoldsOurKey() {
        stripe.next(Trouble.UNAUTHORISED);

        assertThatThrownBy(() -> onboarding.serves("DE"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.error().message())
                                        .doesNotContain(StripeStub.KEY)
                                        .doesNotContain("sk_test"));
        assertThat(stripe.settings().toString()).doesNotContain(StripeStub.KEY);
    }
}
