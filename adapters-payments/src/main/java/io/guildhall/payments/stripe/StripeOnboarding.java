package io.guildhall.payments.stripe;

import com.stripe.model.Account;
import com.stripe.model.AccountLink;
import com.stripe.model.BankAccount;
import com.stripe.model.Card;
import com.stripe.model.ExternalAccount;
import com.stripe.model.ExternalAccountCollection;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountCreateParams.Capabilities;
import com.stripe.param.AccountLinkCreateParams;
import io.guildhall.domain.payee.PayeeOnboarding;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Payees' accounts as connected ones at Stripe, which asks their owners itself who they are. */
public final class StripeOnboarding implements PayeeOnboarding {

    private final StripeConnection stripe;
    private final StripeSettings settings;

    public StripeOnboarding(StripeSettings settings) {
        this.stripe = new StripeConnection(settings);
        this.settings = settings;
    }

    @Override
    public boolean serves(String country) {
        return StripeConnection.orUnavailable(
                stripe.ask((services, options) ->
                        services.countrySpecs()
                                .retrieve(settings.country(), options)
                                .getSupportedTransferCountries()
                                .contains(country)));
    }

    @Override
    public String open(Application application) {
        var params =
                AccountCreateParams.builder()
                        .setType(AccountCreateParams.Type.EXPRESS)
                        .setCountry(application.country())
                        .setEmail(application.email())
                        .setCapabilities(
                                Capabilities.builder()
                                        .setTransfers(
                                                Capabilities.Transfers.builder()
                                                        .setRequested(true)
                                                        .build())
                                        .build())
                        .putMetadata("guildhall_account", application.key().toString())
                        .build();
        return StripeConnection.orUnavailable(
                stripe.ask(
                        "account-" + application.key(),
                        (services, options) ->
                                Objects.requireNonNull(
                                        services.accounts().create(params, options).getId())));
    }

    @Override
    public Page page(String reference) {
        var params =
                AccountLinkCreateParams.builder()
                        .setAccount(reference)
                        .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                        .setRefreshUrl(settings.publicUrl() + "/money/payout-account")
                        .setReturnUrl(settings.publicUrl() + "/money/payout-account")
                        .build();
        return StripeConnection.orUnavailable(
                stripe.ask((services, options) ->
                        page(services.accountLinks().create(params, options))));
    }

    private static Page page(AccountLink link) {
        return new Page(
                StripeConnection.page(link.getUrl()), Instant.ofEpochSecond(link.getExpiresAt()));
    }

    @Override
    public Facts facts(String reference) {
        return StripeConnection.orUnavailable(
                stripe.ask((services, options) ->
                        facts(services.accounts().retrieve(reference, options))));
    }

    private static Facts facts(Account account) {
        var capabilities = account.getCapabilities();
        boolean payable =
                account.getPayoutsEnabled()
                        && capabilities != null
                        && "active".equals(capabilities.getTransfers());
        var wanted = account.getRequirements();
        if (payable || wanted == null) {
            return new Facts(payable, List.of(), null, destination(account));
        }
        List<String> due = wanted.getCurrentlyDue();
        return new Facts(
                false,
                due == null ? List.of() : due,
                wanted.getDisabledReason(),
                destination(account));
    }

    /** Names all bank accounts and cards behind it, whatever their order, by what Stripe shows. */
    private static @Nullable String destination(Account account) {
        ExternalAccountCollection external = account.getExternalAccounts();
        if (external == null || external.getData() == null || external.getData().isEmpty()) {
            return null;
        }
        return external.getData().stream()
                .map(StripeOnboarding::fingerprint)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String fingerprint(ExternalAccount external) {
        String print =
                switch (external) {
                    case BankAccount bank -> bank.getFingerprint();
                    case Card card -> card.getFingerprint();
                    default -> null;
                };
        return Objects.requireNonNullElseGet(print, external::getId);
    }
}
