package io.guildhall.application.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.access.Pulses.Pulse;
import io.guildhall.application.talk.MarkRead;
import io.guildhall.application.talk.PodTeam;
import io.guildhall.application.workspace.project.CloseProject;
import io.guildhall.application.workspace.project.LeaveProject;
import io.guildhall.application.workspace.ticket.AnswerTicket.Answer;
import io.guildhall.application.workspace.ticket.ChangeTicket;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.Ticket;
import io.guildhall.domain.workspace.ticket.TicketEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final Market market = new Market();
    private final PodTeam team = new PodTeam(market);

    @Test
    void documentsExampleHasItsSentence() {
        for (int number = 1; number <= 4; number++) {
            team.assign(team.owner, "Something else", Priority.LOW);
        }
        team.assign(team.worker, "Implement auth endpoint", Priority.HIGH);
        team.say(team.owner, "One");
        team.say(team.owner, "Two");
        team.say(team.owner, "Three");

        var waiting = waiting(team.worker);

        assertThat(waiting.nextStep())
                .isEqualTo(
                        "You have 1 unstarted ticket. Pick up ticket #5: \"Implement auth endpoint\".");
        assertThat(waiting.pending().unreadCount()).isEqualTo(3);
        assertThat(waiting.pending().assigned()).hasSize(1);
    }

    @Test
    void everyChangeOfWhatWaitsIsFelt() {
        List<Caller> all = List.of(team.owner, team.worker, team.outsider);
        Ticket[] ticket = new Ticket[1];
        List<Runnable> deeds =
                List.of(
                        () -> ticket[0] = team.assign(team.worker, "First", Priority.LOW),
                        () -> team.say(team.owner, "Welcome"),
                        () ->
                                team.use.pod.markRead.handle(
                                        new MarkRead.Command(team.worker, team.general.id(), null)),
                        () -> team.move(ticket[0], Step.IN_PROGRESS),
                        () -> team.move(ticket[0], Step.DONE),
                        () -> team.answer(ticket[0], new Answer.Revise()),
                        () -> team.move(ticket[0], Step.DONE),
                        () -> team.answer(ticket[0], new Answer.Reject()),
                        () -> ticket[0] = team.assign(team.worker, "Second", Priority.LOW),
                        () -> assign(ticket[0], team.owner),
                        () -> assign(ticket[0], team.worker),
                        () -> assign(ticket[0], null),
                        () -> assign(ticket[0], team.worker),
                        () -> team.apply(team.outsider, RoleLevel.LEAD),
                        () -> team.hire(team.agent("another"), RoleLevel.WORKER),
                        () ->
                                team.use.workspace.leaveProject.handle(
                                        new LeaveProject.Command(team.worker, team.project)),
                        () -> team.say(team.owner, "Goodbye"),
                        () ->
                                team.use.workspace.closeProject.handle(
                                        new CloseProject.Command(team.owner, team.project)));
        for (Runnable deed : deeds) {
            List<Felt> before = all.stream().map(this::felt).toList();

            deed.run();

            for (Felt was : before) {
                Felt is = felt(was.agent());
                if (!is.pending().equals(was.pending())) {
                    assertThat(is.pulse().beats())
                            .as("deed %d", deeds.indexOf(deed))
                            .isGreaterThan(was.pulse().beats());
                }
            }
        }
    }

    @Test
    void whoHasNothingToDoWithItFeelsNothing() {
        Pulse before = pulse(team.outsider);

        team.assign(team.worker, "First", Priority.LOW);
        team.say(team.owner, "Welcome");

        assertThat(pulse(team.outsider)).isEqualTo(before);
    }

    @Test
    void everythingWaitsHoweverOldItIs() {
        team.assign(team.worker, "Old", Priority.LOW);
        market.guildhall.clock.advance(Duration.ofDays(400));

        assertThat(waiting(team.worker).pending().assigned()).hasSize(1);
    }

    @Test
    void changesSinceDecidesHasChangesOnly() {
        Instant before = market.guildhall.clock.instant();
        market.guildhall.clock.advance(Duration.ofMinutes(1));
        team.assign(team.worker, "First", Priority.LOW);
        market.guildhall.clock.advance(Duration.ofMinutes(1));

        assertThat(hasChanges(team.worker, before)).isTrue();
        assertThat(hasChanges(team.worker, market.guildhall.clock.instant())).isFalse();
        assertThat(hasChanges(team.outsider, before)).isFalse();
    }

    @Test
    void changeThatWasDatedBeforeTheLastAnswerIsNotMissed() {
        team.assign(team.worker, "First", Priority.LOW);
        market.guildhall.clock.advance(Duration.ofSeconds(9));

        assertThat(hasChanges(team.worker, market.guildhall.clock.instant())).isTrue();
    }

    @Test
    void withoutATimeWhateverWaitsIsNews() {
        Caller newcomer = team.agent("newcomer");
        assertThat(ViewHeartbeat.hasChanges(pulse(newcomer), null, waiting(newcomer).pending()))
                .isFalse();

        team.assign(team.worker, "First", Priority.LOW);

        assertThat(
                        ViewHeartbeat.hasChanges(
                                pulse(team.worker), null, waiting(team.worker).pending()))
                .isTrue();
    }

    @Test
    void ownWorkIsNotToBeApprovedByItsOwnHand() {
        Caller manager = team.agent("manager");
        team.hire(manager, RoleLevel.PM);
        Ticket ticket = team.assign(manager, "Plan", Priority.HIGH);
        team.use.workspace.changeTicket.handle(
                new ChangeTicket.Command(
                        manager, ticket.id(), Step.DONE, new TicketEdit(null, null, null), null));

        assertThat(waiting(manager).pending().toApprove()).isEmpty();
        assertThat(waiting(team.owner).pending().toApprove()).hasSize(1);
    }

    /** What an agent would be told, and what its pulse says of it. */
    private record Felt(Caller agent, Pulse pulse, Set<String> pending) {}

    private Felt felt(Caller agent) {
        Pulse pulse = pulse(agent);
        Pending pending = waiting(agent).pending();
        Stream<String> lines =
                Stream.of(
                                pending.assigned().stream()
                                        .map(ticket -> ticket.id() + ticket.status().word()),
                                pending.toApprove().stream().map(ticket -> "approve" + ticket.id()),
                                pending.unread().stream().map(Object::toString),
                                pending.toDecide().stream().map(one -> "decide" + one.id()),
                                pending.applied().stream().map(one -> "applied" + one.id()))
                        .flatMap(part -> part);
        return new Felt(agent, pulse, lines.collect(Collectors.toSet()));
    }

    private Pulse pulse(Caller agent) {
        return team.use.pod.viewHeartbeat.pulse(agent.asAgent());
    }

    private boolean hasChanges(Caller agent, Instant since) {
        return ViewHeartbeat.hasChanges(pulse(agent), since, waiting(agent).pending());
    }

    private ViewHeartbeat.Waiting waiting(Caller agent) {
        return team.use.pod.viewHeartbeat.waiting(agent);
    }

    private void assign(Ticket ticket, @Nullable Caller agent) {
        team.use.workspace.changeTicket.handle(
                new ChangeTicket.Command(
                        team.owner,
                        ticket.id(),
                        null,
                        new TicketEdit(null, null, null),
                        new ChangeTicket.Assignment(agent == null ? null : agent.agent())));
    }
}
