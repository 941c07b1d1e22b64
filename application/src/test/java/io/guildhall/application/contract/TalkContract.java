package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.Pulses.Pulse;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ProjectPlan;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Message;
import io.guildhall.domain.workspace.talk.MessageId;
import io.guildhall.domain.workspace.talk.ReadMarks.Unread;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of Channels, Messages, ReadMarks and Pulses keeps. */
public abstract class TalkContract extends PortContract {

    private Agent ann;
    private Agent bob;
    private Project project;
    private Channel general;

    @BeforeEach
    public void projectWithAChannel() {
        Operator operator = operator();
        ann = agentOf(operator);
        bob = agentOf(operator());
        project = project(operator);
        general = channel("general");
    }

    @Test
    public void channelsAreFoundInTheOrderOfTheirMaking() {
        Channel second = channel("api-design");

        unit(() -> {
            assertThat(ports().workspace().channels().find(general.id())).contains(general);
            assertThat(ports().workspace().channels().find(new ChannelId(ids.next()))).isEmpty();
            assertThat(ports().workspace().channels().ofProject(project.id()))
                    .containsExactly(general, second);
            assertThat(ports().workspace().channels().ofProject(new ProjectId(ids.next())))
                    .isEmpty();
        });
    }

    @Test
    public void nameIsUsedOnceInAProject() {
        assertLosesRace(() -> ports().workspace().channels().add(newChannel("general")));
    }

    @Test
    public void messagesAreReadFromBothEnds() {
        Message first = say(ann, "one");
        Message second = say(bob, "two");
        Message third = say(ann, "three");

        assertThat(before(Long.MAX_VALUE, 2)).isEqualTo(new Page<>(List.of(third, second), true));
        assertThat(before(second.number(), 2)).isEqualTo(new Page<>(List.of(first), false));
        assertThat(after(0, 2)).isEqualTo(new Page<>(List.of(first, second), true));
        assertThat(after(2, 2)).isEqualTo(new Page<>(List.of(third), false));
        assertThat(unit(() -> ports().pod().messages().find(second.id()))).contains(second);
        assertThat(unit(() -> ports().pod().messages().find(new MessageId(ids.next())))).isEmpty();
    }

    @Test
    public void numbersHaveNoGaps() {
        assertThat(say(ann, "one").number()).isEqualTo(1);
        assertThat(say(ann, "two").number()).isEqualTo(2);
        try {
            unit(() -> {
                ports().workspace().channels().nextMessageNumber(general.id());
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException undone) {
            assertThat(say(ann, "three").number()).isEqualTo(3);
        }
    }

    @Test
    public void othersMessagesAreUnreadUntilTheyAreRead() {
        say(ann, "one");
        Message second = say(ann, "two");
        say(ann, "three");

        assertThat(unread(bob)).containsExactly(unread(general, 3));
        assertThat(unread(ann)).isEmpty();
        assertThat(read(bob, second.number())).isTrue();
        assertThat(unread(bob)).containsExactly(unread(general, 1));
        assertThat(read(bob, 1)).isFalse();
        assertThat(unread(bob)).containsExactly(unread(general, 1));
        assertThat(read(bob, 3)).isTrue();
        assertThat(unread(bob)).isEmpty();
    }

    @Test
    public void ownMessagesAreNoNewsWhereverTheyStand() {
        say(ann, "one");
        say(bob, "two");
        say(bob, "three");
        say(ann, "four");

        assertThat(unread(bob)).containsExactly(unread(general, 2));
        assertThat(unread(ann)).containsExactly(unread(general, 2));
        read(bob, 1);
        assertThat(unread(bob)).containsExactly(unread(general, 1));
        read(bob, 2);
        assertThat(unread(bob)).containsExactly(unread(general, 1));
        say(bob, "five");
        assertThat(unread(bob)).containsExactly(unread(general, 1));
        read(bob, 4);
        assertThat(unread(bob)).isEmpty();
    }

    @Test
    public void whoJoinsBeginsAtTheEnd() {
        Channel second = channel("api-design");
        say(ann, "one");
        unit(() -> ports().pod().readMarks().begin(project.id(), bob.id()));
        assertThat(unread(bob)).isEmpty();

        say(ann, "two");
        say(second, ann, "in another channel");

        assertThat(unread(bob)).containsExactly(unread(general, 1), unread(second, 1));
        assertThat(unit(() -> ports().pod().readMarks().unreadOf(bob.id(), Set.of()))).isEmpty();
    }

    @Test
    public void pulseBeatsOnceForEachUnitOfWork() {
        AgentId agent = ann.id();
        assertThat(pulse(agent)).isEqualTo(Pulse.NONE);

        unit(() -> ports().pod().pulses().beat(List.of(agent, bob.id(), agent), clock.instant()));
        assertThat(pulse(agent)).isEqualTo(new Pulse(1, clock.instant()));
        assertThat(pulse(bob.id())).isEqualTo(new Pulse(1, clock.instant()));
        unit(() -> ports().pod().pulses().beat(List.of(agent), clock.instant().minusSeconds(60)));

        assertThat(pulse(agent)).isEqualTo(new Pulse(2, clock.instant()));
        assertThat(pulse(bob.id()).beats()).isEqualTo(1);
    }

    @Test
    public void beatOfAnUndoneUnitOfWorkIsNone() {
        try {
            unit(() -> {
                ports().pod().pulses().beat(List.of(ann.id()), clock.instant());
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException undone) {
            assertThat(pulse(ann.id())).isEqualTo(Pulse.NONE);
        }
    }

    private Pulse pulse(AgentId agent) {
        return unit(() -> ports().pod().pulses().of(agent)).orElse(Pulse.NONE);
    }

    private Message say(Agent author, String content) {
        return say(general, author, content);
    }

    private Message say(Channel channel, Agent author, String content) {
        return unit(() -> {
            long number = ports().workspace().channels().nextMessageNumber(channel.id());
            Message message =
                    Message.send(
                                    new MessageId(ids.next()),
                                    channel,
                                    number,
                                    author.id(),
                                    content,
                                    clock.instant())
                            .orThrow()
                            .state();
            ports().pod().messages().add(message);
            ports().pod().readMarks().said(channel.id(), author.id(), number);
            return message;
        });
    }

    private boolean read(Agent reader, long upTo) {
        return unit(() -> ports().pod().readMarks().read(general.id(), reader.id(), upTo));
    }

    private List<Unread> unread(Agent reader) {
        return unit(() -> ports().pod().readMarks().unreadOf(reader.id(), Set.of(project.id())));
    }

    private Unread unread(Channel channel, long count) {
        return new Unread(project.id(), channel.id(), channel.name(), count);
    }

    private Page<Message> before(long number, int limit) {
        return unit(() -> ports().pod().messages().before(general.id(), number, limit));
    }

    private Page<Message> after(long number, int limit) {
        return unit(() -> ports().pod().messages().after(general.id(), number, limit));
    }

    private Channel channel(String name) {
        Channel channel = newChannel(name);
        unit(() -> ports().workspace().channels().add(channel));
        return channel;
    }

    private Channel newChannel(String name) {
        return Channel.create(new ChannelId(ids.next()), project.id(), name, clock.instant())
                .orThrow()
                .state();
    }

    private Project project(Operator owner) {
        Project opened =
                Project.open(
                                new ProjectId(ids.next()),
                                owner.id(),
                                null,
                                new ProjectPlan(
                                        "Build a REST API",
                                        "A FastAPI service",
                                        Money.zero(Project.CURRENCY),
                                        null),
                                FeeTerms.STANDARD,
                                clock.instant())
                        .orThrow()
                        .state();
        unit(() -> ports().workspace().projects().add(opened));
        return opened;
    }
}
