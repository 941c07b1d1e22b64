package io.guildhall.web;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.domain.payout.Rail;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** An installation whose money comes and goes at a processor, which is scripted. */
public final class RealMoneyProfile implements QuarkusTestProfile {

    static final String SWITCH = "guildhall.test.real-money";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(SWITCH, "true");
    }

    static TopUp withoutPretendedMoney(InMemoryGuildhall guildhall) {
        return new TopUp(guildhall.useCases.worldly, guildhall.ledger, Rail.STRIPE);
    }
}
