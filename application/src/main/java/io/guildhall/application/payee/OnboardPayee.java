package io.guildhall.application.payee;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeAccounts;
import io.guildhall.domain.payee.PayeeError.CountryNotServed;
import io.guildhall.domain.payee.PayeeError.PayoutAccountExists;
import io.guildhall.domain.payee.PayeeOnboarding;
import io.guildhall.domain.payee.PayeeOnboarding.Application;
import io.guildhall.domain.payee.PayeeOnboarding.Page;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Sends an operator to the rail's own page, where it says who it is and where its money goes. The
 * account is kept before the rail is asked to open it, so that a crash in between asks again by the
 * same key. Asking again gives another page of the same account: pages are good once.
 */
public final class OnboardPayee {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final UseCaseContext context;
    private final Operators operators;
    private final PayeeAccounts accounts;
    private final PayeeOnboarding onboarding;

    public OnboardPayee(
            UseCaseContext context,
            Operators operators,
            PayeeAccounts accounts,
            PayeeOnboarding onboarding) {
        this.context = context;
        this.operators = operators;
        this.accounts = accounts;
        this.onboarding = onboarding;
    }

    /**
     * @param country of the payee, by two capital letters
     * @param replace whether a new account is to take the place of one that is there
     */
    public record Command(Caller caller, String country, boolean replace) {}

    public Page handle(Command command) {
        return handle(command, Runnable::run);
    }

    /**
     * @param once does what it is handed, and nothing if whoever asks had that done before: an
     *     answer that was lost replaces no account a second time
     */
    public Page handle(Command command, Consumer<Runnable> once) {
        OperatorId operator = command.caller().asOperator();
        checkCountry(command.country());
        if (!onboarding.serves(command.country())) {
            throw new RefusedException(new CountryNotServed(command.country()));
        }
        if (command.replace()) {
            once.accept(() -> context.transactions().run(() -> replace(operator, command)));
        }
        PayeeAccount account = context.transactions().run(() -> account(operator, command));
        String reference = account.reference();
        return onboarding.page(reference == null ? open(account) : reference);
    }

    static void checkCountry(String country) {
        new Invalid.Check()
                .require(
                        COUNTRY.matcher(country).matches(),
                        "country",
                        "must be two capital letters, such as DE")
                .orThrow();
    }

    /** Who has none yet gets the first one anyway. */
    private void replace(OperatorId operator, Command command) {
        Optional<PayeeAccount> account = accounts.of(operator);
        if (account.isEmpty()) {
            return;
        }
        Instant now = context.clock().instant();
        var replaced =
                account.get().replace(context.ids().next(), command.country(), now).orThrow();
        context.outbox().publish(replaced.events(), now);
        accounts.save(replaced.state());
    }

    private PayeeAccount account(OperatorId operator, Command command) {
        PayeeAccount account = accounts.of(operator).orElse(null);
        if (account == null) {
            PayeeAccount first =
                    PayeeAccount.request(
                            operator,
                            context.ids().next(),
                            command.country(),
                            context.clock().instant());
            accounts.add(first);
            return first;
        }
        if (!account.country().equals(command.country())) {
            throw new RefusedException(new PayoutAccountExists(account.country()));
        }
        return account;
    }

    private String open(PayeeAccount account) {
        Operator operator = operators.find(account.operator()).orElseThrow();
        String reference =
                onboarding.open(
                        new Application(
                                account.key(),
                                operator.name(),
                                operator.email(),
                                account.country()));
        context.transactions()
                .run(() -> {
                    PayeeAccount current = accounts.of(account.operator()).orElseThrow();
                    if (current.key().equals(account.key())) {
                        accounts.save(
                                current.opened(reference, context.clock().instant())
                                        .orThrow()
                                        .state());
                    }
                });
        return reference;
    }
}
