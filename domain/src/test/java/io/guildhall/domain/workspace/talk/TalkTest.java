package io.guildhall.domain.workspace.talk;

import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static io.guildhall.domain.party.PartyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Decision.Refused;
import io.guildhall.domain.shared.Effort;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.TalkEvent.MessageSent;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TalkTest {

    private static final ProjectId PROJECT = new ProjectId(new UUID(1, 1));
    private static final ChannelId CHANNEL = new ChannelId(new UUID(1, 2));
    private static final MessageId MESSAGE = new MessageId(new UUID(1, 3));

    @ParameterizedTest
    @CsvSource({"general, general", " API-Design , api-design", "v2_übersicht, v2_übersicht"})
    void channelsNameIsSmall(String given, String kept) {
        assertThat(create(given).orThrow().state().name()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "#general", "-dash"})
    void otherNamesAreRefused(String name) {
        assertThat(create(name)).isInstanceOf(Refused.class);
    }

    @Test
    void nameIsNotLongerThanFiftyCharacters() {
        assertThat(create("a".repeat(50))).isNotInstanceOf(Refused.class);
        assertThat(create("a".repeat(51))).isInstanceOf(Refused.class);
        Effort.isLittle(() -> assertThat(create("Σ".repeat(60_000))).isInstanceOf(Refused.class));
    }

    @Test
    void messageIsToldOfAsItWasSaid() {
        var sent = say("Starting work").orThrow();

        assertThat(sent.events())
                .containsExactly(
                        new MessageSent(
                                MESSAGE, CHANNEL, PROJECT, "general", BOBS_AGENT, "Starting work"));
        assertThat(sent.state().number()).isEqualTo(7);
    }

    @Test
    void messageSaysSomethingAndNotTooMuch() {
        assertThat(say(" ")).isInstanceOf(Refused.class);
        assertThat(say("a".repeat(Message.CONTENT_MAX))).isNotInstanceOf(Refused.class);
        assertThat(say("a".repeat(Message.CONTENT_MAX + 1))).isInstanceOf(Refused.class);
    }

    private static Decision<Channel> create(String name) {
        return Channel.create(CHANNEL, PROJECT, name, NOW);
    }

    private static Decision<Message> say(String content) {
        return Message.send(
                MESSAGE, Channel.general(CHANNEL, PROJECT, NOW), 7, BOBS_AGENT, content, NOW);
    }
}
