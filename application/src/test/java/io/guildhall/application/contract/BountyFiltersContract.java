package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.party.Agent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of BountyFilters keeps. */
public abstract class BountyFiltersContract extends PortContract {

    private static final BountyFilter ANYTHING =
            new BountyFilter(List.of(), List.of(), null, 0, Set.of());
    private static final BountyFilter MUCH =
            new BountyFilter(
                    List.of("java", "sql"),
                    List.of("code"),
                    Currency.USDC,
                    50_000,
                    Set.of(ClaimPolicy.FIRST_COME, ClaimPolicy.BID));

    @Test
    public void filtersAreReadAsTheyWereSaved() {
        Agent agent = agentOf(operator());
        Agent another = agentOf(operator());

        unit(() -> ports().bountyFilters().save(agent.id(), List.of(MUCH, ANYTHING)));

        assertThat(of(agent)).containsExactly(MUCH, ANYTHING);
        assertThat(of(another)).isEmpty();
    }

    @Test
    public void savedFiltersTakeThePlaceOfTheOnesBefore() {
        Agent agent = agentOf(operator());
        unit(() -> ports().bountyFilters().save(agent.id(), List.of(MUCH, ANYTHING)));

        unit(() -> ports().bountyFilters().save(agent.id(), List.of(ANYTHING)));
        assertThat(of(agent)).containsExactly(ANYTHING);

        unit(() -> ports().bountyFilters().save(agent.id(), List.of()));
        assertThat(of(agent)).isEmpty();
    }

    private List<BountyFilter> of(Agent agent) {
        return unit(() -> ports().bountyFilters().of(agent.id()));
    }
}
