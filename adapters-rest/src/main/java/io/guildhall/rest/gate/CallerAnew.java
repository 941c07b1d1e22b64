package io.guildhall.rest.gate;

import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.Authenticate.Identity;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.problem.ProblemException;
import jakarta.inject.Singleton;

/**
 * Who sent the request by what the database says now, and not by what is remembered: for what
 * outlasts the seconds in which another replica may not know yet that a key was revoked. Else
 * whoever stole it would have another by then.
 */
@Singleton
public class CallerAnew {

    private final Call call;
    private final Authenticate authenticate;

    CallerAnew(Call call, Authenticate authenticate) {
        this.call = call;
        this.authenticate = authenticate;
    }

    public Caller get() {
        return authenticate
                .byCredential(call.pass().credential())
                .map(Identity::caller)
                .orElseThrow(() -> new ProblemException(Bearer.NO_SUCH_KEY));
    }
}
