package io.guildhall.bootstrap.wiring;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.payment.EnsureRailFits;
import io.guildhall.application.payment.EnsureRailFits.Finding;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.payments.stripe.StripeSettings;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An account at Stripe is set up whole or not at all, and real money is not mixed with pretended.
 */
class StripeWiringTest {

    private static final String PREFIX = "guildhall.stripe.";
    private static final String KEY = "sk_test_thekeyofthetests";
    private static final Map<String, String> WHOLE =
            Map.of(
                    "secret-key", KEY,
                    "webhook-secret", "whsec_theendpointsfirstsecret,whsec_theendpointsothersecret",
                    "country", "US",
                    "public-url", "https://market.example/");

    @Test
    void withoutSettingsThereIsTheSandbox() {
        assertThat(read(Map.of())).isEmpty();
        assertThat(read(Map.of("api-url", "https://stripe.example"))).isEmpty();
    }

    @Test
    void wholeSettingsAreRead() {
        StripeSettings settings = read(WHOLE).orElseThrow();

        assertThat(settings.webhookSecrets()).hasSize(2);
        assertThat(settings.publicUrl().toString()).isEqualTo("https://market.example");
        assertThat(settings.apiUrl().toString()).isEqualTo("https://api.stripe.com");
        assertThat(settings.isLive()).isFalse();
        assertThat(settings.toString()).doesNotContain("whsec").doesNotContain(KEY);
    }

    @Test
    void secretsMayLieInFiles(@TempDir Path folder) throws IOException {
        Map<String, String> files = new HashMap<>(WHOLE);
        for (String name : new String[] {"secret-key", "webhook-secret"}) {
            Path file = folder.resolve(name);
            Files.writeString(file, WHOLE.get(name) + "\n");
            files.remove(name);
            files.put(name + "-file", file.toString());
        }

        assertThat(read(files)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-secret", "country", "public-url"})
    void whatIsMissingIsNamed(String name) {
        Map<String, String> half = new HashMap<>(WHOLE);
        half.remove(name);

        assertThatThrownBy(() -> read(half))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PREFIX + name);
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-secret, whsec_theendpointssecret",
        "country, US",
        "public-url, https://market.example",
        "pretended-money, stays"
    })
    void withoutAKeyNothingElseIsTaken(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secret-key");
    }

    @ParameterizedTest
    @CsvSource({
        "secret-key, pk_test_apublishablekey",
        "secret-key, sk_test_",
        "webhook-secret, secret",
        "country, USA",
        "public-url, market.example",
        "time-limit, 0s"
    })
    void whatIsWrongIsNamedAndNotQuoted(String name, String wrong) {
        Map<String, String> settings = new HashMap<>(WHOLE);
        settings.put(name, wrong);

        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("apublishablekey");
    }

    @Test
    void realMoneyAndPretendedMoneyAreNotMixed() {
        Map<String, String> live = new HashMap<>(WHOLE);
        live.put("secret-key", "sk_live_thekeyofnotests");
        StripeSettings settings = read(live).orElseThrow();

        assertThat(settings.isLive()).isTrue();
        assertThatThrownBy(() -> StripeWiring.requireOneWorld(settings, chain("84532")))
                .hasMessageContaining("84532")
                .hasMessageNotContaining("thekeyofnotests");
        assertThatCode(() -> StripeWiring.requireOneWorld(settings, chain("8453")))
                .doesNotThrowAnyException();
        assertThat(StripeWiring.isLive(config(prefixed(live)).stripe())).isTrue();
        assertThat(StripeWiring.isLive(config(prefixed(WHOLE)).stripe())).isFalse();
    }

    @Test
    void startIsRefusedWhereTheMoneyThatIsKeptIsOfAnotherWorld() {
        assertThatCode(() -> StripeWiring.refuse(Finding.FITS)).doesNotThrowAnyException();
        for (Finding finding : EnumSet.complementOf(EnumSet.of(Finding.FITS))) {
            assertThatThrownBy(() -> StripeWiring.refuse(finding))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("GUILDHALL_STRIPE_SECRET_KEY")
                    .hasMessageContaining("new database");
        }
    }

    @Test
    void sandboxDoesNotStartOnPaymentsAtStripe() {
        var guildhall = new InMemoryGuildhall();
        var ann = new Market(guildhall).operator("Ann");
        var rail =
                new EnsureRailFits(guildhall.transactions, guildhall.ledger, guildhall.railRecords);
        ThrowingCallable start = () -> start(Map.of(), rail);
        assertThatCode(start).doesNotThrowAnyException();

        var payment =
                Payment.request(
                        new PaymentId(guildhall.ids.next()),
                        ann.operator(),
                        usd(2_000),
                        null,
                        Rail.STRIPE,
                        guildhall.clock.instant());
        guildhall.transactions.run(() -> guildhall.payments.add(payment));

        assertThatThrownBy(start).hasMessageContaining("is not set");
    }

    @Test
    void mixedDatabaseIsToldTheOneWayOutAndTakesIt() {
        var guildhall = new InMemoryGuildhall();
        new Market(guildhall).operatorWith("Ann", usd(2_000));
        var rail =
                new EnsureRailFits(guildhall.transactions, guildhall.ledger, guildhall.railRecords);
        Map<String, String> settings = new HashMap<>(WHOLE);

        assertThatThrownBy(() -> start(settings, rail))
                .hasMessageContaining("GUILDHALL_STRIPE_PRETENDED_MONEY")
                .hasMessageContaining("stays");
        settings.put("pretended-money", "stays");
        assertThatCode(() -> start(settings, rail)).doesNotThrowAnyException();
    }

    private static void start(Map<String, String> settings, EnsureRailFits rail) {
        GuildhallConfig config = config(prefixed(settings));
        new StripeWiring()
                .check(
                        new StartupEvent(),
                        StripeWiring.read(config.stripe()).map(StripeWiring.Stripe::new),
                        config,
                        rail);
    }

    private static GuildhallConfig.Chain chain(String id) {
        return config(Map.of("guildhall.chain.id", id)).chain();
    }

    private static Optional<StripeSettings> read(Map<String, String> given) {
        return StripeWiring.read(config(prefixed(given)).stripe());
    }

    private static Map<String, String> prefixed(Map<String, String> given) {
        Map<String, String> prefixed = new HashMap<>();
        given.forEach((name, value) -> prefixed.put(PREFIX + name, value));
        return prefixed;
    }

    private static GuildhallConfig config(Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .withMapping(GuildhallConfig.class)
                .build()
                .getConfigMapping(GuildhallConfig.class);
    }
}
