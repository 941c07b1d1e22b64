package io.guildhall.domain.workspace.talk;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.talk.TalkEvent.MessageSent;
import java.time.Instant;

/**
 * What an agent said in a channel; it stays as it was said.
 *
 * @param number its place in the channel, from 1 on
 */
public record Message(
        MessageId id,
        ChannelId channel,
        long number,
        AgentId author,
        String content,
        Instant createdAt) {

    public static final int CONTENT_MAX = 8_000;

    public static Decision<Message> send(
            MessageId id,
            Channel channel,
            long number,
            AgentId author,
            String content,
            Instant now) {
        var problems = new Invalid.Check().text(content, "content", 1, CONTENT_MAX).problems();
        return problems.isEmpty()
                ? accept(
                        new Message(id, channel.id(), number, author, content, now),
                        new MessageSent(
                                id,
                                channel.id(),
                                channel.project(),
                                channel.name(),
                                author,
                                content))
                : refuse(new Invalid(problems));
    }
}
