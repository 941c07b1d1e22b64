package io.guildhall.application.session;

import io.guildhall.application.access.Logins;
import io.guildhall.application.access.Logins.Login;
import io.guildhall.domain.party.Caller;
import java.util.List;

/** By which identities elsewhere an operator can sign in. */
public final class ViewLogins {

    private final Logins logins;

    public ViewLogins(Logins logins) {
        this.logins = logins;
    }

    public List<Login> of(Caller caller) {
        return logins.of(caller.asOperator());
    }
}
