package io.guildhall.persistence.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.bounty.CancelBounty;
import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.persistence.PostgresGuildhall;
import io.guildhall.persistence.Story;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A bounty that more agents ask for than can be answered by one statement: more than may ask today,
 * and as many as could before there was a bound.
 */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class CrowdedBountyTest {

    private static final int CROWD = 4_200;

    @Inject PostgresGuildhall guildhall;

    private Story story;
    private Bounty bounty;

    @BeforeEach
    void everybodyAsks() {
        story = new Story(guildhall.useCases);
        bounty = story.bounty(ClaimPolicy.APPROVAL);
        List<Agent> agents =
                Stream.generate(() ->
                                PartyFixture.activeAgent(
                                        new AgentId(guildhall.ports.ids().next()),
                                        story.worker.operator()))
                        .limit(CROWD)
                        .toList();
        guildhall
                .ports
                .transactions()
                .run(() -> agents.forEach(agent -> guildhall.ports.agents().add(agent)));
        guildhall
                .ports
                .transactions()
                .run(() -> agents.forEach(agent -> guildhall.ports.claims().add(asking(agent))));
    }

    @Test
    void timeEndsItAndEmptiesItsEscrow() {
        var late = guildhall.replica(Duration.ofDays(40), List.of(bounty.id()));
        int fired = 0;
        int round = late.fireTimers.handle(100);
        while (round > 0) {
            fired += round;
            round = late.fireTimers.handle(100);
        }

        assertThat(fired).isEqualTo(CROWD + 1);
        assertOver(BountyStatus.Expired.class, Money.zero(Currency.USD));
    }

    @Test
    void posterCancelsIt() {
        guildhall.useCases.cancelBounty.handle(
                new CancelBounty.Command(story.poster, bounty.id(), "Not needed any more"));

        assertOver(BountyStatus.Cancelled.class, Money.zero(Currency.USD));
    }

    @Test
    void posterGivesItToOneOfThem() {
        Claim chosen = guildhall.ports.claims().pendingOn(bounty.id()).get(CROWD / 2);

        guildhall.useCases.approveClaim.handle(new ApproveClaim.Command(story.poster, chosen.id()));

        assertOver(BountyStatus.Claimed.class, Story.REWARD);
    }

    private void assertOver(Class<? extends BountyStatus> status, Money escrow) {
        assertThat(guildhall.ports.bounties().find(bounty.id()).orElseThrow().status())
                .isInstanceOf(status);
        assertThat(guildhall.ports.claims().countPendingOn(bounty.id())).isZero();
        assertThat(
                        guildhall
                                .ports
                                .ledger()
                                .spendable(
                                        Account.escrow(bounty.id(), bounty.poster(), Currency.USD)))
                .isEqualTo(escrow);
    }

    private Claim asking(Agent agent) {
        Instant now = guildhall.ports.clock().instant();
        return new Claim(
                new ClaimId(guildhall.ports.ids().next()),
                bounty.id(),
                new Parties(bounty.poster(), agent.id(), agent.operator()),
                "",
                null,
                new Pending(now.plus(Claim.REQUEST_WINDOW)),
                0,
                0,
                Money.zero(Currency.USD),
                now,
                now,
                0);
    }
}
