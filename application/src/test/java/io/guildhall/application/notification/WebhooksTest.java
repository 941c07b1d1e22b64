package io.guildhall.application.notification;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.party.DeactivateAgent;
import io.guildhall.application.party.EditAgent;
import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.notification.Deliveries.Query;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.Hearer;
import io.guildhall.domain.notification.Secret;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEvent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.PageRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private final Market market = new Market();
    private final Carrier carrier = new Carrier(market);
    private final Caller bob = market.operatorWith("Bob", usd(10_000));
    private final Caller agent = market.agentOf(bob);
    private final Caller stranger = market.operator("Dora");

    @Test
    void endpointIsMadeWithASecretOfItsOwn() {
        WebhookEndpoint one = carrier.register(bob, "claim.*");
        WebhookEndpoint other = carrier.register(bob);

        assertThat(carrier.now(one)).isEqualTo(one);
        assertThat(one.givenSecret().bytes()).hasSize(Secret.BYTES);
        assertThat(one.secret()).isNotEqualTo(other.secret());
        assertThat(events())
                .containsOnlyOnce(
                        new WebhookEvent.WebhookRegistered(
                                one.id(), one.hearer(), one.target().url()));
    }

    @Test
    void operatorGivesEarsToItselfAndItsAgentsAndAnAgentToItself() {
        assertThat(carrier.register(bob).hearer()).isEqualTo(new Hearer(bob.operator(), null));
        Hearer agents = new Hearer(bob.operator(), id(agent));
        assertThat(carrier.register(bob, id(agent)).hearer()).isEqualTo(agents);
        assertThat(carrier.register(agent).hearer()).isEqualTo(agents);
        assertThat(carrier.register(agent, id(agent)).hearer()).isEqualTo(agents);

        assertThat(Market.refusal(() -> carrier.register(stranger, id(agent))))
                .isEqualTo("agent_not_found");
        assertThat(Market.refusal(() -> carrier.register(market.agentOf(bob), id(agent))))
                .isEqualTo("agent_not_found");
    }

    @Test
    void suspendedAgentOnlyReads() {
        WebhookEndpoint endpoint = carrier.register(agent);
        market.use.editAgent.handle(
                new EditAgent.Command(bob, id(agent), null, null, null, EditAgent.Wish.SUSPENDED));
        Caller suspended = Caller.suspendedAgent(id(agent), bob.operator());

        assertThat(market.use.viewWebhooks.find(suspended, endpoint.id())).isEqualTo(endpoint);
        assertThat(ViewWebhooks.allowedActions(endpoint, suspended)).isEmpty();
        assertThat(Market.refusal(() -> carrier.register(suspended))).isEqualTo("agent_not_active");
        assertThat(Market.refusal(() -> remove(suspended, endpoint))).isEqualTo("agent_not_active");
        assertThat(Market.refusal(() -> remove(bob, endpoint))).isEqualTo("accepted");
    }

    @Test
    void nobodyElseSeesAnEndpoint() {
        WebhookEndpoint endpoint = carrier.register(bob);

        for (Caller other : List.of(stranger, agent, market.agentOf(bob))) {
            assertThat(
                            List.of(
                                    Market.refusal(() ->
                                            market.use.viewWebhooks.find(other, endpoint.id())),
                                    Market.refusal(() ->
                                            market.use.viewWebhooks.deliveries(
                                                    other,
                                                    endpoint.id(),
                                                    new Query(null, null),
                                                    PageRequest.first(1))),
                                    Market.refusal(() -> edit(other, endpoint, null, null)),
                                    Market.refusal(() -> rotate(other, endpoint, Duration.ZERO)),
                                    Market.refusal(() -> test(other, endpoint)),
                                    Market.refusal(() -> remove(other, endpoint))))
                    .containsOnly("webhook_not_found");
        }
        assertThat(market.use.viewWebhooks.list(stranger, PageRequest.first(10)).items()).isEmpty();
        assertThat(market.use.viewWebhooks.list(bob, PageRequest.first(10)).items())
                .containsExactly(endpoint);
    }

    @Test
    void twentyAreEnoughForAnOperatorAndForEachOfItsAgents() {
        for (int i = 0; i < 20; i++) {
            carrier.register(bob);
            carrier.register(agent);
        }

        assertThat(Market.refusal(() -> carrier.register(bob))).isEqualTo("too_many_webhooks");
        assertThat(Market.refusal(() -> carrier.register(agent))).isEqualTo("too_many_webhooks");
        assertThat(Market.refusal(() -> carrier.register(market.agentOf(bob))))
                .isEqualTo("accepted");
    }

    @Test
    void wrongTargetChangesNothing() {
        WebhookEndpoint endpoint = carrier.register(bob);
        Target inside = new Target("https://127.0.0.1/", EventFilter.ALL, "");

        assertThat(
                        Market.refusal(() ->
                                market.use.registerWebhook.handle(
                                        new RegisterWebhook.Command(bob, null, inside))))
                .isEqualTo("invalid_field");
        assertThat(Market.refusal(() -> carrier.register(bob, "bounty.eaten")))
                .isEqualTo("invalid_field");
        assertThat(Market.refusal(() -> edit(bob, endpoint, inside.url(), null)))
                .isEqualTo("invalid_field");
        assertThat(carrier.now(endpoint)).isEqualTo(endpoint);
        assertThat(market.use.viewWebhooks.list(bob, PageRequest.first(10)).items()).hasSize(1);
    }

    @Test
    void endpointIsEditedAndSwitchedOffAndOnInOneGo() {
        WebhookEndpoint endpoint = carrier.register(bob);

        WebhookEndpoint off =
                edit(bob, endpoint, "https://example.org/other", EditWebhook.Wish.DISABLED);

        assertThat(off.target().url()).isEqualTo("https://example.org/other");
        assertThat(off.isEnabled()).isFalse();
        assertThat(carrier.now(endpoint)).isEqualTo(off);
        assertThat(edit(bob, endpoint, null, null)).isEqualTo(off);
        assertThat(edit(bob, endpoint, null, EditWebhook.Wish.ENABLED).isEnabled()).isTrue();
        assertThat(events().stream().map(Object::getClass).map(Class::getSimpleName))
                .containsSubsequence(
                        "WebhookRegistered", "WebhookEdited", "WebhookDisabled", "WebhookEnabled");
    }

    @Test
    void formerSecretSignsUntilItsOverlapIsOver() {
        WebhookEndpoint before = carrier.register(bob);

        WebhookEndpoint after = rotate(bob, before, Duration.ofHours(1));

        assertThat(after.secret()).isNotEqualTo(before.secret());
        test(bob, before);
        carrier.carry();
        assertThat(market.guildhall.webhookSender.letters().getLast().secrets())
                .containsExactly(after.secret(), before.secret());
        market.guildhall.clock.advance(Duration.ofHours(1));
        test(bob, before);
        carrier.carry();
        assertThat(market.guildhall.webhookSender.letters().getLast().secrets())
                .containsExactly(after.secret());
    }

    @Test
    void testEventGoesToThatEndpointOnlyWhateverItListensTo() {
        WebhookEndpoint tested = carrier.register(bob, "claim.approved");
        WebhookEndpoint other = carrier.register(bob, "webhook.*");
        carrier.plan();
        List<String> before = carrier.planned(other);

        test(bob, tested);
        carrier.plan();

        assertThat(carrier.planned(tested)).containsExactly("webhook.tested");
        assertThat(carrier.planned(other)).isEqualTo(before);
    }

    @Test
    void endpointThatIsOffIsNotTested() {
        WebhookEndpoint endpoint = carrier.register(bob);
        edit(bob, endpoint, null, EditWebhook.Wish.DISABLED);

        assertThat(Market.refusal(() -> test(bob, endpoint))).isEqualTo("webhook_disabled");
    }

    @Test
    void removedEndpointIsGoneAndWhatWasOnItsWayIsNotSent() {
        WebhookEndpoint endpoint = carrier.register(bob);
        carrier.plan();
        assertThat(carrier.deliveries(endpoint)).isNotEmpty();

        remove(bob, endpoint);
        carrier.carry();

        assertThat(carrier.sent()).isEmpty();
        assertThat(Market.refusal(() -> market.use.viewWebhooks.find(bob, endpoint.id())))
                .isEqualTo("webhook_not_found");
        market.use.forgetDeliveries.handle(100);
        assertThat(carrier.deliveries(endpoint)).isEmpty();
    }

    @Test
    void agentAndItsOperatorSaveItsBountyFilters() {
        BountyFilter java = new BountyFilter(List.of("java"), List.of(), null, 100, Set.of());

        assertThat(filtersOf(agent)).isEmpty();
        save(agent, List.of(java));
        assertThat(filtersOf(bob)).containsExactly(java);
        save(bob, List.of());
        assertThat(filtersOf(agent)).isEmpty();

        assertThat(Market.refusal(() -> save(stranger, List.of()))).isEqualTo("agent_not_found");
        assertThat(Market.refusal(() -> filtersOf(stranger))).isEqualTo("agent_not_found");
        assertThat(Market.refusal(() -> save(bob, Collections.nCopies(21, java))))
                .isEqualTo("invalid_field");
        market.use.deactivateAgent.handle(new DeactivateAgent.Command(bob, id(agent)));
        assertThat(Market.refusal(() -> save(bob, List.of()))).isEqualTo("agent_not_active");
    }

    private List<BountyFilter> filtersOf(Caller reader) {
        return market.use.viewBountyFilters.of(reader, id(agent));
    }

    private void save(Caller caller, List<BountyFilter> filters) {
        market.use.saveBountyFilters.handle(
                new SaveBountyFilters.Command(caller, id(agent), filters));
    }

    private WebhookEndpoint edit(
            Caller caller,
            WebhookEndpoint endpoint,
            @Nullable String url,
            EditWebhook.@Nullable Wish wish) {
        return market.use.editWebhook.handle(
                new EditWebhook.Command(caller, endpoint.id(), url, null, null, wish));
    }

    private WebhookEndpoint rotate(Caller caller, WebhookEndpoint endpoint, Duration overlap) {
        return market.use.rotateWebhookSecret.handle(
                new RotateWebhookSecret.Command(caller, endpoint.id(), overlap));
    }

    private void test(Caller caller, WebhookEndpoint endpoint) {
        market.use.sendTestEvent.handle(new SendTestEvent.Command(caller, endpoint.id()));
    }

    private void remove(Caller caller, WebhookEndpoint endpoint) {
        EndpointId id = endpoint.id();
        market.use.removeWebhook.handle(new RemoveWebhook.Command(caller, id));
    }

    private List<Object> events() {
        return List.copyOf(market.guildhall.outbox.events());
    }

    private static AgentId id(Caller agent) {
        return Objects.requireNonNull(agent.agent());
    }
}
