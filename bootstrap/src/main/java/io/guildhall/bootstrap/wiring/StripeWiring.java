package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.Secret;
import io.guildhall.application.payment.EnsureRailFits;
import io.guildhall.application.payment.EnsureRailFits.Finding;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.bootstrap.configuration.SecretSetting;
import io.guildhall.domain.payee.PayeeOnboarding;
import io.guildhall.domain.payment.Checkout;
import io.guildhall.domain.payout.PaymentProvider;
import io.guildhall.domain.rail.RailBooks;
import io.guildhall.domain.rail.RailMode;
import io.guildhall.domain.rail.RailNoticeReader;
import io.guildhall.payments.sandbox.SandboxPaymentProvider;
import io.guildhall.payments.stripe.NoStripe;
import io.guildhall.payments.stripe.StripeBooks;
import io.guildhall.payments.stripe.StripeCheckout;
import io.guildhall.payments.stripe.StripeNoticeReader;
import io.guildhall.payments.stripe.StripeOnboarding;
import io.guildhall.payments.stripe.StripePaymentProvider;
import io.guildhall.payments.stripe.StripeSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Stripe, where an account is set up, and the sandbox elsewhere. Half a setup stops the start. */
@Singleton
final class StripeWiring {

    private static final Logger LOG = Logger.getLogger(StripeWiring.class);
    private static final String PREFIX = "guildhall.stripe.";
    private static final String KEY = PREFIX + "secret-key (GUILDHALL_STRIPE_SECRET_KEY)";

    /** Ahead of what starts the workers. */
    static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE - 1;

    /** Our account as it is set up. */
    record Stripe(StripeSettings settings) {

        RailMode mode() {
            return settings.isLive() ? RailMode.LIVE : RailMode.TEST;
        }
    }

    @Produces
    @Singleton
    Optional<Stripe> stripe(GuildhallConfig config) {
        return read(config.stripe()).map(Stripe::new);
    }

    /**
     * Reads the settings at the start, and not when somebody first asks for money; before the first
     * worker, which would pay.
     */
    void check(
            @Observes @Priority(FIRST) StartupEvent start,
            Optional<Stripe> stripe,
            GuildhallConfig config,
            EnsureRailFits rail) {
        stripe.ifPresent(on -> requireOneWorld(on.settings(), config.chain()));
        refuse(
                rail.handle(
                        stripe.map(Stripe::mode).orElse(null),
                        config.stripe().pretendedMoney().isPresent()));
        stripe.ifPresent(on ->
                LOG.infof(
                        "Money comes and goes by Stripe%s",
                        on.settings().isLive() ? "" : " (test mode)"));
    }

    @Produces
    @Singleton
    PaymentProvider paymentProvider(Optional<Stripe> stripe) {
        return stripe.<PaymentProvider>map(on -> new StripePaymentProvider(on.settings()))
                .orElseGet(SandboxPaymentProvider::new);
    }

    @Produces
    @Singleton
    Checkout checkout(Optional<Stripe> stripe) {
        return stripe.<Checkout>map(on -> new StripeCheckout(on.settings()))
                .orElseGet(NoStripe::new);
    }

    @Produces
    @Singleton
    PayeeOnboarding payeeOnboarding(Optional<Stripe> stripe) {
        return stripe.<PayeeOnboarding>map(on -> new StripeOnboarding(on.settings()))
                .orElseGet(NoStripe::new);
    }

    @Produces
    @Singleton
    RailNoticeReader railNoticeReader(Optional<Stripe> stripe, InstantSource worldClock) {
        return stripe.<RailNoticeReader>map(on -> new StripeNoticeReader(on.settings(), worldClock))
                .orElseGet(NoStripe::new);
    }

    @Produces
    @Singleton
    RailBooks railBooks(Optional<Stripe> stripe) {
        return stripe.<RailBooks>map(on -> new StripeBooks(on.settings())).orElseGet(NoStripe::new);
    }

    /** Empty where none is set up. */
    static Optional<StripeSettings> read(GuildhallConfig.Stripe stripe) {
        Optional<Secret> key = secret("secret-key", stripe.secretKey(), stripe.secretKeyFile());
        Optional<Secret> signing =
                secret("webhook-secret", stripe.webhookSecret(), stripe.webhookSecretFile());
        if (key.isEmpty()) {
            if (signing.isPresent()
                    || stripe.country().isPresent()
                    || stripe.pretendedMoney().isPresent()
                    || stripe.publicUrl().isPresent()) {
                throw new IllegalStateException(
                        "Some of " + PREFIX + "* is set, but not " + KEY + ": set it, or none");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new StripeSettings(
                            key.get(),
                            signing.orElseThrow(() -> missing("webhook-secret")).parts(),
                            stripe.country().orElseThrow(() -> missing("country")).strip(),
                            url(
                                    "public-url",
                                    stripe.publicUrl().orElseThrow(() -> missing("public-url"))),
                            url("api-url", stripe.apiUrl()),
                            stripe.timeLimit()));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(PREFIX + "*: " + wrong.getMessage());
        }
    }

    /** Whether real money moves here by Stripe. */
    static boolean isLive(GuildhallConfig.Stripe stripe) {
        return read(stripe).map(StripeSettings::isLive).orElse(false);
    }

    /**
     * Real money at Stripe and a token that anybody can have on a test network do not go together.
     */
    static void requireOneWorld(StripeSettings settings, GuildhallConfig.Chain chain) {
        boolean test = chain.id().isPresent() && !ChainWiring.isReal(chain.id().getAsLong());
        if (settings.isLive() && test) {
            throw new IllegalStateException(
                    KEY
                            + " is a live one, and chain "
                            + chain.id().getAsLong()
                            + " is a test network: use a key of Stripe's test mode, or a real network");
        }
    }

    /** What is kept and what is set up have to be of the same world, too. */
    static void refuse(Finding finding) {
        switch (finding) {
            case FITS -> {
                // Nothing is to be said.
            }
            case PRETENDED_MONEY ->
                    throw new IllegalStateException(
                            KEY
                                    + " is set, and this database holds money that was topped up in a sandbox, or paid in"
                                    + " Stripe's test mode, which could be withdrawn for real: use a new database, or set "
                                    + PREFIX
                                    + "pretended-money (GUILDHALL_STRIPE_PRETENDED_MONEY) to stays, so that as much of it"
                                    + " as there is has to stay on every balance that money leaves from");
            case RAIL_IS_GONE ->
                    throw new IllegalStateException(
                            KEY
                                    + " is not set, and this database knows payments or payout accounts at Stripe, which a"
                                    + " sandbox would only pretend to pay: set it again, or use a new database");
            case OTHER_MODE ->
                    throw new IllegalStateException(
                            KEY
                                    + " is of the other mode (test or live) than the payments and payout accounts in this"
                                    + " database: use a key of the same mode, or a new database");
        }
    }

    private static Optional<Secret> secret(
            String name, Optional<String> value, Optional<Path> file) {
        try {
            return SecretSetting.read(value, file);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(PREFIX + name + " " + unreadable.getMessage());
        }
    }

    private static URI url(String name, String text) {
        String stripped = text.strip();
        try {
            return URI.create(
                    stripped.endsWith("/")
                            ? stripped.substring(0, stripped.length() - 1)
                            : stripped);
        } catch (IllegalArgumentException _) {
            throw new IllegalStateException(PREFIX + name + " must be a URL");
        }
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException(
                KEY + " is set, but not " + PREFIX + name + ": set all of an account, or none");
    }
}
