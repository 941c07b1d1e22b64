package io.guildhall.rest.gate;

import io.guildhall.application.access.KnownCallers;
import io.guildhall.domain.party.OperatorId;
import jakarta.inject.Singleton;

/** Whom the gate remembers, by whatever proof they came. */
@Singleton
final class RememberedCallers implements KnownCallers {

    private final Identities identities;
    private final SigningAgents signingAgents;

    RememberedCallers(Identities identities, SigningAgents signingAgents) {
        this.identities = identities;
        this.signingAgents = signingAgents;
    }

    @Override
    public void forget(OperatorId operator) {
        identities.forget(operator);
        signingAgents.forget(operator);
    }

    @Override
    public void forgetAll() {
        identities.forgetAll();
        signingAgents.forgetAll();
    }
}
