package io.guildhall.web;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.shared.UseCaseContext;
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
        return new TopUp(
                new UseCaseContext(
                        guildhall.transactions,
                        guildhall.clock,
                        guildhall.ids,
                        guildhall.outbox,
                        guildhall.useCases.escrowOrders,
                        guildhall.useCases.newFunding),
                guildhall.ledger,
                Rail.STRIPE);
    }
}
