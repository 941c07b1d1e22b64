package io.guildhall.rest.gate;

import io.guildhall.domain.party.OperatorId;
import jakarta.inject.Singleton;

/**
 * Whom the gate remembers, by whatever proof they came. What changes what they may do has them
 * forgotten, so that it holds on this replica at once, and within {@link Identities#SLACK} on
 * others.
 */
@Singleton
public class KnownCallers {

    private final Identities identities;
    private final SigningAgents signingAgents;

    KnownCallers(Identities identities, SigningAgents signingAgents) {
        this.identities = identities;
        this.signingAgents = signingAgents;
    }

    /** Looks anew for an operator and its agents. */
    public void forget(OperatorId operator) {
        identities.forget(operator);
        signingAgents.forget(operator);
    }

    /** Looks anew for everybody. */
    public void forgetAll() {
        identities.forgetAll();
        signingAgents.forgetAll();
    }
}
