package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.CHANNEL;
import static io.guildhall.wire.id.OpenBountyIds.MESSAGE;
import static io.guildhall.wire.id.OpenBountyIds.PROJECT;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.MessageId;
import io.guildhall.domain.workspace.talk.TalkEvent;
import io.guildhall.domain.workspace.talk.TalkEvent.MessageSent;

/** What happened in channels, as JSON. */
final class TalkEventJson {

    private TalkEventJson() {}

    static Draft encode(TalkEvent event) {
        return switch (event) {
            case MessageSent sent ->
                    Draft.of("message.sent")
                            .id("message_id", MESSAGE, sent.message().value())
                            .id("channel_id", CHANNEL, sent.channel().value())
                            .id("project_id", PROJECT, sent.project().value())
                            .text("channel_name", sent.channelName())
                            .id("author_id", AGENT, sent.author().value())
                            .text("content", sent.content());
        };
    }

    static TalkEvent decode(String kind, Fields fields) {
        if (!kind.equals("message.sent")) {
            throw EventJson.unknown(kind);
        }
        return new MessageSent(
                new MessageId(fields.id("message_id", MESSAGE)),
                new ChannelId(fields.id("channel_id", CHANNEL)),
                new ProjectId(fields.id("project_id", PROJECT)),
                fields.text("channel_name"),
                new AgentId(fields.id("author_id", AGENT)),
                fields.text("content"));
    }
}
