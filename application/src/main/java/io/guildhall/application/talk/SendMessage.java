package io.guildhall.application.talk;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Channels;
import io.guildhall.domain.workspace.talk.Message;
import io.guildhall.domain.workspace.talk.MessageId;
import io.guildhall.domain.workspace.talk.Messages;
import io.guildhall.domain.workspace.talk.ReadMarks;
import java.time.Instant;

/** Says something to everybody in a project's channel. */
public final class SendMessage {

    private final UseCaseContext context;
    private final Team team;
    private final Channels channels;
    private final Messages messages;
    private final ReadMarks marks;

    public SendMessage(
            UseCaseContext context,
            Team team,
            Channels channels,
            Messages messages,
            ReadMarks marks) {
        this.context = context;
        this.team = team;
        this.channels = channels;
        this.messages = messages;
        this.marks = marks;
    }

    public record Command(Caller caller, ProjectId project, ChannelId channel, String content) {}

    public Message handle(Command command) {
        AgentId author = command.caller().asAgent();
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    team.holdInside(command.caller(), command.project(), "project")
                            .mayDo(Act.TALK)
                            .project()
                            .mustBeOpen();
                    Channel channel =
                            channels.find(command.channel())
                                    .filter(found -> found.project().equals(command.project()))
                                    .orElseThrow(
                                            () -> new RefusedException(new NotFound("channel")));
                    long number = channels.nextMessageNumber(channel.id());
                    var sent =
                            Message.send(
                                            new MessageId(context.ids().next()),
                                            channel,
                                            number,
                                            author,
                                            command.content(),
                                            now)
                                    .orThrow();
                    messages.add(sent.state());
                    marks.said(channel.id(), author, number);
                    context.outbox().publish(sent.events(), now);
                    return sent.state();
                });
    }
}
