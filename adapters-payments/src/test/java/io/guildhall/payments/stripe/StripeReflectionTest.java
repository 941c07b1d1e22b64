package io.guildhall.payments.stripe;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.payee.PayeeOnboarding.Application;
import io.guildhall.domain.payment.Checkout.Request;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PaymentProvider.Destination;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.payments.stripe.StripeStub.Trouble;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A class that is missing in a native image shows only when it runs; here it shows before. */
class StripeReflectionTest {

    /** Where Stripe's library keeps its mappings. */
    private static final List<String> MAPPERS =
            List.of(
                    "com.stripe.net.ApiResource",
                    "com.stripe.net.ApiRequestParamsConverter",
                    "com.stripe.model.StripeObject",
                    "com.stripe.net.RequestTelemetry");

    @Test
    void everyClassThatIsMappedIsListed() throws ReflectiveOperationException {
        try (StripeStub stripe = StripeStub.start()) {
            askForEverything(stripe);
        }

        assertThat(StripeReflection.class.getAnnotation(RegisterForReflection.class).classNames())
                .containsExactlyElementsOf(mapped());
    }

    private static void askForEverything(StripeStub stripe) {
        var settings = stripe.settings();
        var onboarding = new StripeOnboarding(settings);
        var checkout = new StripeCheckout(settings);
        var provider = new StripePaymentProvider(settings);
        var books = new StripeBooks(settings);
        onboarding.serves("DE");
        String account =
                onboarding.open(new Application(UUID.randomUUID(), "Bob", "bob@example.org", "DE"));
        onboarding.page(account);
        stripe.account().complete(account, "print1");
        onboarding.facts(account);
        PaymentId payment = new PaymentId(UUID.randomUUID());
        checkout.open(new Request(payment, usd(5_000), "Balance", "group"));
        String session = stripe.account().sessionOf(payment.toString());
        checkout.look(session);
        stripe.account().pay(session);
        checkout.look(session);
        String receipt = stripe.account().behind(session, "payment_intent");
        for (Destination to :
                List.of(new Destination.ToAccount(account), new Destination.BackTo(receipt))) {
            stripe.next(Trouble.TOO_MANY, Trouble.REFUSED);
            var key = new PayoutId(UUID.randomUUID());
            for (boolean asked : List.of(false, false, true)) {
                provider.send(new Instruction(key, PartyFixture.BOB, usd(100), to, asked));
            }
        }
        stripe.account().dispute(session);
        checkout.look(session);
        books.held(Currency.USD);
        books.lines(Currency.USD, null);
        assertThat(stripe.complaints()).isEmpty();
    }

    private static SortedSet<String> mapped() throws ReflectiveOperationException {
        SortedSet<String> classes = new TreeSet<>();
        for (String mapper : MAPPERS) {
            for (Field field : Class.forName(mapper).getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Gson.class) {
                    field.setAccessible(true);
                    addMapped((Gson) field.get(null), classes);
                }
            }
        }
        return classes;
    }

    private static void addMapped(Gson gson, SortedSet<String> classes)
            throws ReflectiveOperationException {
        Field cache = Gson.class.getDeclaredField("typeTokenCache");
        cache.setAccessible(true);
        for (Object token : ((Map<?, ?>) cache.get(gson)).keySet()) {
            Class<?> type = ((TypeToken<?>) token).getRawType();
            while (type != null && type.getName().startsWith("com.stripe.")) {
                if (!type.isInterface()) {
                    classes.add(outermost(type).getName());
                }
                type = type.getSuperclass();
            }
        }
    }

    private static Class<?> outermost(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer;
    }
}
