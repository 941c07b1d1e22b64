package io.guildhall.application.notification;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.party.DeactivateAgent;
import io.guildhall.application.party.GrantRoles;
import io.guildhall.application.stream.StreamReaders;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanDeliveriesTest {

    private final Market market = new Market();
    private final Carrier carrier = new Carrier(market);
    private final Caller ann = market.operatorWith("Ann", usd(90_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);
    private final Caller dora = market.operator("Dora");

    @Test
    void eachEndpointHearsWhatItsHearersKeyWould() {
        WebhookEndpoint anns = carrier.register(ann, "claim.*");
        WebhookEndpoint bobs = carrier.register(bob, "claim.*");
        WebhookEndpoint agents = carrier.register(agent, "claim.*");
        WebhookEndpoint otherAgents = carrier.register(market.agentOf(bob), "claim.*");
        WebhookEndpoint doras = carrier.register(dora, "claim.*", "bounty.opened");
        Bounty bounty = market.post(ann);
        market.approve(ann, market.claim(agent, bounty));

        carrier.plan();

        for (WebhookEndpoint side : List.of(anns, bobs, agents)) {
            assertThat(carrier.planned(side)).containsExactly("claim.created", "claim.approved");
        }
        assertThat(carrier.planned(otherAgents)).isEmpty();
        assertThat(carrier.planned(doras)).containsExactly("bounty.opened");
    }

    @Test
    void arbitersEndpointHearsOfDisputes() {
        Caller judith = market.operator("Judith");
        Bounty bounty = market.post(ann);
        market.approve(ann, market.claim(agent, bounty));
        carrier.plan();
        WebhookEndpoint endpoint = carrier.register(judith);
        grantArbiter(judith);
        market.dispute(ann, bounty);

        carrier.plan();

        assertThat(carrier.planned(endpoint)).contains("dispute.opened");
    }

    @Test
    void endpointHearsOnlyWhatItAsksFor() {
        WebhookEndpoint one = carrier.register(ann, "claim.approved");
        WebhookEndpoint all = carrier.register(ann);
        market.approve(ann, market.claim(agent, market.post(ann)));

        carrier.plan();

        assertThat(carrier.planned(one)).containsExactly("claim.approved");
        assertThat(carrier.planned(all))
                .contains("webhook.registered", "bounty.opened", "claim.created", "claim.approved");
    }

    @Test
    void whatHappenedBeforeAnEndpointWasMadeIsNotCarriedToIt() {
        Bounty before = market.post(ann);
        WebhookEndpoint first = carrier.register(ann, "bounty.opened");
        market.use.placeEvents.handle(1_000);
        market.post(ann);
        market.use.placeEvents.handle(1_000);
        WebhookEndpoint second = carrier.register(ann, "bounty.opened");
        Bounty after = market.post(ann);

        carrier.plan();

        assertThat(carrier.planned(first)).hasSize(3);
        assertThat(carrier.deliveries(second))
                .extracting(delivery -> delivery.event().subject())
                .containsExactly(after.id().value())
                .doesNotContain(before.id().value());
    }

    @Test
    void withoutEndpointsTheStreamIsPassedOver() {
        market.post(ann);
        carrier.plan();
        assertThat(market.guildhall.streamCursors.placeOf(StreamReaders.WEBHOOKS))
                .hasValue(market.guildhall.eventStream.extent().last());

        WebhookEndpoint late = carrier.register(ann, "bounty.*");
        carrier.plan();

        assertThat(carrier.planned(late)).isEmpty();
    }

    @Test
    void endpointThatIsOffHearsNothingMeanwhile() {
        WebhookEndpoint endpoint = carrier.register(ann, "bounty.opened");
        market.post(ann);
        carrier.plan();
        wish(endpoint, EditWebhook.Wish.DISABLED);
        market.post(ann);
        carrier.plan();
        wish(endpoint, EditWebhook.Wish.ENABLED);
        market.post(ann);
        carrier.plan();

        assertThat(carrier.planned(endpoint)).hasSize(2);
    }

    @Test
    void deactivatedAgentHearsNothing() {
        carrier.plan();
        WebhookEndpoint endpoint = carrier.register(agent);
        carrier.plan();
        market.use.deactivateAgent.handle(new DeactivateAgent.Command(bob, id(agent)));
        market.post(ann);

        carrier.plan();

        assertThat(carrier.planned(endpoint)).containsExactly("webhook.registered");
    }

    @Test
    void agentHearsOfBountiesThatItsFiltersMatch() {
        filter(agent, new BountyFilter(List.of("rust"), List.of(), null, 0, Set.of()));
        WebhookEndpoint agents = carrier.register(agent, "bounty.*");
        WebhookEndpoint bobs = carrier.register(bob, "bounty.*");
        Bounty rust = market.post(ann, terms().capabilities("rust").reward(usd(100)));
        Bounty java = market.post(ann, terms().capabilities("java").reward(usd(100)));

        carrier.plan();

        assertThat(subjects(agents)).containsOnly(rust.id().value());
        assertThat(subjects(bobs)).contains(rust.id().value(), java.id().value());
    }

    @Test
    void agentHearsOfABountyItHasClaimedWhateverItsFiltersSay() {
        filter(agent, new BountyFilter(List.of("rust"), List.of(), null, 0, Set.of()));
        WebhookEndpoint endpoint = carrier.register(agent, "bounty.cancelled", "claim.*");
        Bounty claimed = market.post(ann, terms().capabilities("java"));
        Bounty other = market.post(ann, terms().capabilities("java").reward(usd(100)));
        market.claim(agent, claimed);
        market.cancel(ann, claimed);
        market.cancel(ann, other);

        carrier.plan();

        assertThat(carrier.planned(endpoint))
                .contains("claim.created")
                .containsOnlyOnce("bounty.cancelled");
    }

    @Test
    void eachEventIsPlannedOnceHoweverManyAreReadAtATime() {
        WebhookEndpoint endpoint = carrier.register(ann, "bounty.opened");
        for (int i = 0; i < 7; i++) {
            market.post(ann, terms().reward(usd(100)));
        }
        market.use.placeEvents.handle(1_000);

        int rounds = 1;
        while (market.use.planDeliveries.handle(2)) {
            rounds++;
        }
        carrier.plan();

        assertThat(rounds).isGreaterThan(3);
        assertThat(subjects(endpoint)).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void planningThatDiesIsDoneAgain() {
        var guildhall = new InMemoryGuildhall();
        Crashes crashes = new Crashes(guildhall.ports());
        Market shaky = new Market(guildhall, new UseCases(crashes.ports()));
        Carrier shakyCarrier = new Carrier(shaky);
        Caller poster = shaky.operatorWith("Ann", usd(90_000));
        WebhookEndpoint endpoint = shakyCarrier.register(poster, "bounty.opened");
        shaky.post(poster);

        crashes.before("StreamCursors.move");
        assertThatThrownBy(shakyCarrier::plan).isInstanceOf(Crashes.Crash.class);
        assertThat(shakyCarrier.planned(endpoint)).isEmpty();
        shakyCarrier.plan();

        assertThat(shakyCarrier.planned(endpoint)).containsExactly("bounty.opened");
    }

    private void grantArbiter(Caller operator) {
        market.use.grantRoles.handle(
                new GrantRoles.Command(
                        Mandates.of(Caller.operator(ann.operator(), Set.of(Role.ADMIN))),
                        operator.operator(),
                        Set.of(Role.ARBITER)));
    }

    private void filter(Caller caller, BountyFilter filter) {
        market.use.saveBountyFilters.handle(
                new SaveBountyFilters.Command(caller, id(caller), List.of(filter)));
    }

    private void wish(WebhookEndpoint endpoint, EditWebhook.Wish wish) {
        market.guildhall.clock.advance(Duration.ofSeconds(1));
        market.use.editWebhook.handle(
                new EditWebhook.Command(ann, endpoint.id(), null, null, null, wish));
    }

    private List<UUID> subjects(WebhookEndpoint endpoint) {
        return carrier.deliveries(endpoint).stream()
                .map(delivery -> delivery.event().subject())
                .toList();
    }

    private static AgentId id(Caller agent) {
        return Objects.requireNonNull(agent.agent());
    }
}
