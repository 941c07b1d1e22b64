package io.guildhall.application.payee;

import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeAccounts;
import io.guildhall.domain.payee.PayeeOnboarding;
import java.util.Optional;

/** What an operator may read of where its money goes, and whether it could go there at all. */
public final class ViewPayee {

    private final PayeeAccounts accounts;
    private final PayeeOnboarding onboarding;

    public ViewPayee(PayeeAccounts accounts, PayeeOnboarding onboarding) {
        this.accounts = accounts;
        this.onboarding = onboarding;
    }

    public Optional<PayeeAccount> account(Caller caller) {
        return accounts.of(caller.asOperator());
    }

    /** To be asked before any work begins. */
    public boolean serves(String country) {
        OnboardPayee.checkCountry(country);
        return onboarding.serves(country);
    }
}
