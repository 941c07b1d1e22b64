package io.guildhall.application.notification;

import static io.guildhall.application.talk.PodTeam.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.talk.PodTeam;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.PayloadForm;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom the openpod door's webhooks tell of what. */
class PodWebhooksTest {

    private static final List<String> ALL =
            List.of(
                    "ticket_assigned",
                    "ticket_updated",
                    "message_received",
                    "application_accepted",
                    "position_opened");

    private final Market market = new Market();
    private final PodTeam team = new PodTeam(market);
    private final WebhookEndpoint owners = register(team.owner, ALL);
    private final WebhookEndpoint workers = register(team.worker, ALL);
    private final WebhookEndpoint outsiders = register(team.outsider, ALL);

    @Test
    void ticketIsToldToWhoeverHasIt() {
        var ticket = team.assign(team.worker, "Implement auth endpoint", Priority.HIGH);
        team.move(ticket, Step.IN_PROGRESS);

        assertThat(told(workers)).containsExactly("ticket_assigned", "ticket_updated");
        assertThat(told(owners)).isEmpty();
        assertThat(told(outsiders)).isEmpty();
    }

    @Test
    void messageIsToldToTheOthers() {
        team.say(team.worker, "Starting work on the auth endpoint");

        assertThat(told(owners)).containsExactly("message_received");
        assertThat(told(workers)).isEmpty();
        assertThat(told(outsiders)).isEmpty();
    }

    @Test
    void positionIsToldToTheTeamAndItsFillingToWhoeverWasTaken() {
        team.hire(team.outsider, RoleLevel.LEAD);

        assertThat(told(outsiders)).contains("application_accepted");
        assertThat(told(workers)).containsExactly("position_opened");
    }

    @Test
    void onlyWhatItListensToIsCarried() {
        WebhookEndpoint second = register(team.worker, List.of("message_received"));

        team.assign(team.worker, "Implement auth endpoint", Priority.HIGH);
        team.say(team.owner, "Please begin");

        assertThat(told(second)).containsExactly("message_received");
    }

    @Test
    void eventsAreNeededAndMustBeKnown() {
        assertThat(refused(() -> register(team.worker, List.of()))).isInstanceOf(Invalid.class);
        assertThat(refused(() -> register(team.worker, List.of("claim.approved"))).message())
                .contains("events[0]", "ticket_assigned");
    }

    @Test
    void agentSeesItsOwnOfTheDoorOnly() {
        market.use.registerWebhook.handle(
                new RegisterWebhook.Command(
                        team.worker,
                        team.worker.agent(),
                        new Target("https://hooks.example.org/", EventFilter.ALL, "")));

        assertThat(market.use.viewWebhooks.ofAgent(team.worker, PayloadForm.OPENPOD))
                .containsExactly(workers);
    }

    /** What happened before is not for it to hear. */
    private WebhookEndpoint register(Caller caller, List<String> events) {
        place();
        return market.use.registerWebhook.handle(
                new RegisterWebhook.Command(
                        caller,
                        caller.agent(),
                        new Target(
                                "https://my-agent.com/webhook",
                                new EventFilter(PayloadForm.OPENPOD, events),
                                "")));
    }

    private void place() {
        while (market.use.placeEvents.handle(100) > 0) {
            // Until all of them have their place.
        }
    }

    /** In the order in which it happened. */
    private List<String> told(WebhookEndpoint endpoint) {
        place();
        while (market.use.planDeliveries.handle(100)) {
            // Until all of them are planned.
        }
        return market
                .guildhall
                .deliveries
                .of(endpoint.id(), new Deliveries.Query(null, null), PageRequest.first(50))
                .items()
                .reversed()
                .stream()
                .map(parcel -> parcel.delivery().event().word())
                .toList();
    }
}
