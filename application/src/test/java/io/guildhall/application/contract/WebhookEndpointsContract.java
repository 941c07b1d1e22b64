package io.guildhall.application.contract;

import static io.guildhall.domain.notification.NotificationFixture.RULES;
import static io.guildhall.domain.notification.NotificationFixture.endpoint;
import static io.guildhall.domain.notification.NotificationFixture.secret;
import static io.guildhall.domain.notification.NotificationFixture.target;
import static io.guildhall.domain.notification.NotificationFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.notification.BountyFilter;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.EndpointStatus.Disabled;
import io.guildhall.domain.notification.EndpointStatus.Enabled;
import io.guildhall.domain.notification.EndpointStatus.Failing;
import io.guildhall.domain.notification.EndpointStatus.Reason;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.Hearer;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints.Listener;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of WebhookEndpoints keeps. */
public abstract class WebhookEndpointsContract extends PortContract {

    private final BountyFilter filter =
            new BountyFilter(List.of("java"), List.of(), null, 0, Set.of());

    @Test
    public void endpointIsFoundAsItWasAdded() {
        WebhookEndpoint operators = added(new Hearer(operator().id(), null));
        Agent agent = agentOf(operator());
        WebhookEndpoint agents = added(new Hearer(agent.operator(), agent.id()));

        assertThat(found(operators)).isEqualTo(operators);
        assertThat(found(agents)).isEqualTo(agents);
        EndpointId unknown = new EndpointId(ids.next());
        assertThat(unit(() -> ports().webhookEndpoints().find(unknown))).isEmpty();
        assertThat(
                        unit(() ->
                                ports().webhookEndpoints()
                                        .findAll(List.of(operators.id(), unknown, agents.id()))))
                .containsExactlyInAnyOrder(operators, agents);
        assertThat(unit(() -> ports().webhookEndpoints().findAll(List.of()))).isEmpty();
    }

    @Test
    public void everyStateIsKept() {
        WebhookEndpoint endpoint = added(new Hearer(operator().id(), null));
        for (var status :
                List.of(
                        new Enabled(new Failing(clock.instant(), clock.instant())),
                        new Enabled(
                                new Failing(clock.instant(), clock.instant().plusSeconds(3_600))),
                        new Disabled(Reason.GONE, clock.instant()),
                        new Disabled(Reason.FAILING, clock.instant()),
                        new Disabled(Reason.BY_OWNER, clock.instant()),
                        new Enabled(null))) {
            WebhookEndpoint changed = with(found(endpoint), status);

            WebhookEndpoint saved = unit(() -> ports().webhookEndpoints().save(changed));

            assertThat(saved.version()).isGreaterThan(changed.version());
            assertThat(found(endpoint)).isEqualTo(saved);
            assertThat(saved.status()).isEqualTo(status);
        }
    }

    @Test
    public void changedTargetAndSecretsAreKept() {
        WebhookEndpoint endpoint = added(new Hearer(operator().id(), null));
        WebhookEndpoint changed =
                endpoint.edit(target("claim.created", "claim.*"), RULES, clock.instant())
                        .orThrow()
                        .state()
                        .rotateSecret(secret(2), Duration.ofHours(24), clock.instant())
                        .orThrow()
                        .state();

        WebhookEndpoint saved = unit(() -> ports().webhookEndpoints().save(changed));

        assertThat(found(endpoint)).isEqualTo(saved);
        assertThat(saved.secretsAt(clock.instant())).containsExactly(secret(2), secret(1));
    }

    @Test
    public void stateThatSomebodySavedSinceIsARaceLost() {
        WebhookEndpoint stale = added(new Hearer(operator().id(), null));
        WebhookEndpoint saved = unit(() -> ports().webhookEndpoints().save(stale));

        assertLosesRace(() -> ports().webhookEndpoints().save(stale));
        assertLosesRace(() -> ports().webhookEndpoints().remove(stale));

        assertThat(found(stale)).isEqualTo(saved);
    }

    @Test
    public void removedEndpointIsNowhereAnyMore() {
        Operator owner = operator();
        Hearer hearer = new Hearer(owner.id(), null);
        WebhookEndpoint endpoint = added(hearer);

        unit(() -> ports().webhookEndpoints().remove(endpoint));

        assertThat(unit(() -> ports().webhookEndpoints().find(endpoint.id()))).isEmpty();
        assertThat(unit(() -> ports().webhookEndpoints().findAll(List.of(endpoint.id()))))
                .isEmpty();
        assertThat(managedBy(keyOf(owner))).isEmpty();
        assertThat(unit(() -> ports().webhookEndpoints().countOf(hearer))).isZero();
        assertThat(listener(endpoint)).isEmpty();
        assertLosesRace(() -> ports().webhookEndpoints().save(endpoint));
        assertLosesRace(() -> ports().webhookEndpoints().remove(endpoint));
    }

    @Test
    public void operatorManagesItsOwnAndItsAgentsEndpointsAndAnAgentItsOwn() {
        Operator owner = operator();
        Agent one = agentOf(owner);
        Agent other = agentOf(owner);
        Hearer own = new Hearer(owner.id(), null);
        Hearer ones = new Hearer(owner.id(), one.id());
        EndpointId first = added(own).id();
        EndpointId second = added(ones).id();
        EndpointId third = added(ones).id();
        added(new Hearer(operator().id(), null));

        assertThat(managedBy(keyOf(owner))).containsExactly(third, second, first);
        assertThat(managedBy(keyOf(one))).containsExactly(third, second);
        assertThat(managedBy(keyOf(other))).isEmpty();
        assertThat(managedBy(keyOf(operator()))).isEmpty();
        assertThat(unit(() -> ports().webhookEndpoints().countOf(own))).isEqualTo(1);
        assertThat(unit(() -> ports().webhookEndpoints().countOf(ones))).isEqualTo(2);
    }

    @Test
    public void thoseWhoCountBeforeTheyAddDoNotAddTooManyTogether() throws InterruptedException {
        Hearer hearer = new Hearer(operator().id(), null);

        InParallel.run(
                4,
                _ ->
                        unit(() -> {
                            if (ports().webhookEndpoints().countOf(hearer) < 2) {
                                ports().webhookEndpoints()
                                        .add(
                                                endpoint(
                                                        new EndpointId(ids.next()),
                                                        hearer,
                                                        target()));
                            }
                        }));

        assertThat(unit(() -> ports().webhookEndpoints().countOf(hearer))).isEqualTo(2);
    }

    @Test
    public void pagesFollowEachOtherWithoutGapOrOverlap() {
        Operator owner = operator();
        Hearer hearer = new Hearer(owner.id(), null);
        List<EndpointId> made = List.of(added(hearer).id(), added(hearer).id(), added(hearer).id());

        assertThat(
                        pageByPage(
                                page -> ports().webhookEndpoints().managedBy(keyOf(owner), page),
                                endpoint -> endpoint.id().value()))
                .extracting(WebhookEndpoint::id)
                .containsExactlyElementsOf(made.reversed());
    }

    @Test
    public void enabledEndpointListensAsItsHearerWould() {
        Agent agent = agentOf(operator());
        Hearer hearer = new Hearer(agent.operator(), agent.id());
        unit(() -> ports().bountyFilters().save(agent.id(), List.of(filter)));
        WebhookEndpoint endpoint = added(hearer);
        WebhookEndpoint owners = added(new Hearer(agent.operator(), null));

        assertThat(listener(endpoint))
                .contains(
                        new Listener(
                                endpoint.id(),
                                hearer,
                                new EventFilter(List.of("claim.*")),
                                Set.of(),
                                List.of(filter),
                                17));
        assertThat(listener(owners))
                .hasValueSatisfying(listener -> assertThat(listener.filters()).isEmpty());
    }

    @Test
    public void endpointOfASuspendedOperatorListensWithoutItsRoles() {
        Operator arbiter = operator();
        Operator admin = operator();
        unit(() ->
                ports().operators()
                        .save(arbiter.grant(Set.of(Role.ADMIN, Role.ARBITER)).orThrow().state()));
        WebhookEndpoint endpoint = added(new Hearer(arbiter.id(), null));
        assertThat(rolesOf(endpoint)).containsExactlyInAnyOrder(Role.ADMIN, Role.ARBITER);

        Subject party = Suspension.of(arbiter.id());
        unit(() ->
                ports().admin()
                        .suspensions()
                        .add(new Suspension(party, "Spam", clock.instant(), admin.id())));
        assertThat(rolesOf(endpoint)).isEmpty();

        unit(() -> ports().admin().suspensions().lift(party));
        assertThat(rolesOf(endpoint)).containsExactlyInAnyOrder(Role.ADMIN, Role.ARBITER);
    }

    @Test
    public void nobodyListensThatIsSwitchedOffOrWhoseAgentIsGone() {
        Agent agent = agentOf(operator());
        WebhookEndpoint agents = added(new Hearer(agent.operator(), agent.id()));
        WebhookEndpoint owners = added(new Hearer(agent.operator(), null));

        unit(() ->
                ports().agents().save(agent.deactivate(false, clock.instant()).orThrow().state()));
        unit(() ->
                ports().webhookEndpoints().save(owners.disable(clock.instant()).orThrow().state()));

        assertThat(listener(agents)).isEmpty();
        assertThat(listener(owners)).isEmpty();
    }

    private Optional<Listener> listener(WebhookEndpoint endpoint) {
        return unit(() -> ports().webhookEndpoints().listening()).stream()
                .filter(listener -> listener.endpoint().equals(endpoint.id()))
                .findFirst();
    }

    private Set<Role> rolesOf(WebhookEndpoint endpoint) {
        return listener(endpoint).orElseThrow().roles();
    }

    private List<EndpointId> managedBy(Caller caller) {
        return unit(() -> ports().webhookEndpoints().managedBy(caller, PageRequest.first(10)))
                .items()
                .stream()
                .map(WebhookEndpoint::id)
                .toList();
    }

    private WebhookEndpoint added(Hearer hearer) {
        WebhookEndpoint endpoint =
                WebhookEndpoint.register(
                                new EndpointId(ids.next()),
                                hearer,
                                target("claim.*"),
                                RULES,
                                secret(1),
                                17,
                                clock.instant())
                        .orThrow()
                        .state();
        unit(() -> ports().webhookEndpoints().add(endpoint));
        return endpoint;
    }

    private WebhookEndpoint found(WebhookEndpoint endpoint) {
        return unit(() -> ports().webhookEndpoints().find(endpoint.id()).orElseThrow());
    }
}
