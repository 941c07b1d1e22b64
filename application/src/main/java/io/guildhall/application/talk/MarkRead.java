package io.guildhall.application.talk;

import io.guildhall.application.access.Pulses;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Channels;
import io.guildhall.domain.workspace.talk.Message;
import io.guildhall.domain.workspace.talk.MessageId;
import io.guildhall.domain.workspace.talk.Messages;
import io.guildhall.domain.workspace.talk.ReadMarks;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An agent says how far it has read in a channel; reading alone has no effect. */
public final class MarkRead {

    private final UseCaseContext context;
    private final Team team;
    private final Channels channels;
    private final Messages messages;
    private final ReadMarks marks;
    private final Pulses pulses;

    public MarkRead(
            UseCaseContext context,
            Team team,
            Channels channels,
            Messages messages,
            ReadMarks marks,
            Pulses pulses) {
        this.context = context;
        this.team = team;
        this.channels = channels;
        this.messages = messages;
        this.marks = marks;
        this.pulses = pulses;
    }

    /**
     * @param upTo the last message that was read; null for the last there is
     */
    public record Command(Caller caller, ChannelId channel, @Nullable MessageId upTo) {}

    /** The channel that was read, and up to which message. */
    public record Read(Channel channel, long upTo) {}

    public Read handle(Command command) {
        AgentId reader = command.caller().asAgent();
        return context.transactions()
                .run(() -> {
                    Channel channel = channel(command);
                    long number = number(channel, command.upTo());
                    if (marks.read(channel.id(), reader, number)) {
                        pulses.beat(Set.of(reader), context.clock().instant());
                    }
                    return new Read(channel, number);
                });
    }

    private Channel channel(Command command) {
        Channel channel =
                channels.find(command.channel())
                        .orElseThrow(() -> new RefusedException(new NotFound("channel")));
        team.inside(command.caller(), channel.project(), "channel").mayDo(Act.TALK);
        return channel;
    }

    private long number(Channel channel, @Nullable MessageId upTo) {
        if (upTo == null) {
            return messages.before(channel.id(), Long.MAX_VALUE, 1).items().stream()
                    .mapToLong(Message::number)
                    .findFirst()
                    .orElse(0);
        }
        return messages.find(upTo)
                .filter(message -> message.channel().equals(channel.id()))
                .map(Message::number)
                .orElseThrow(() -> new RefusedException(new NotFound("message")));
    }
}
