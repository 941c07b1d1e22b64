package io.guildhall.domain.workspace.talk;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.WorkspaceEvent;

/** What happened in a channel. */
public sealed interface TalkEvent extends WorkspaceEvent {

    ChannelId channel();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.CHANNEL, channel().value());
    }

    record MessageSent(
            MessageId message,
            ChannelId channel,
            ProjectId project,
            String channelName,
            AgentId author,
            String content)
            implements TalkEvent {}
}
