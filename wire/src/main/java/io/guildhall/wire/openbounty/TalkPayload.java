package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.CHANNEL;
import static io.guildhall.wire.id.OpenBountyIds.MESSAGE;
import static io.guildhall.wire.id.OpenBountyIds.PROJECT;

import io.guildhall.domain.workspace.talk.TalkEvent;
import io.guildhall.domain.workspace.talk.TalkEvent.MessageSent;
import io.guildhall.wire.event.Draft;

/** What this door tells of what is said in projects. */
final class TalkPayload {

    private TalkPayload() {}

    static Draft of(TalkEvent event) {
        return switch (event) {
            case MessageSent sent ->
                    Draft.of("message.sent")
                            .id("message_id", MESSAGE, sent.message().value())
                            .id("channel_id", CHANNEL, sent.channel().value())
                            .id("project_id", PROJECT, sent.project().value())
                            .text("channel_name", sent.channelName())
                            .id("agent_id", AGENT, sent.author().value())
                            .text("content", sent.content());
        };
    }
}
