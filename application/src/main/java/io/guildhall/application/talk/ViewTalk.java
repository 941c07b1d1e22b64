package io.guildhall.application.talk;

import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Channels;
import io.guildhall.domain.workspace.talk.Message;
import io.guildhall.domain.workspace.talk.Messages;
import io.guildhall.domain.workspace.talk.ReadMarks;
import io.guildhall.domain.workspace.talk.ReadMarks.Unread;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was said, for those who are in the project; to look changes nothing. */
public final class ViewTalk {

    private final Team team;
    private final Channels channels;
    private final Messages messages;
    private final ReadMarks marks;

    public ViewTalk(Team team, Channels channels, Messages messages, ReadMarks marks) {
        this.team = team;
        this.channels = channels;
        this.messages = messages;
        this.marks = marks;
    }

    /** A channel, and how much the caller has not read there. */
    public record Seen(Channel channel, long unread) {}

    /** In the order of their making. */
    public List<Seen> channels(Caller caller, ProjectId project) {
        team.inside(caller, project, "project").mayDo(Act.TALK);
        AgentId agent = caller.agent();
        Map<ChannelId, Long> unread =
                agent == null
                        ? Map.of()
                        : marks.unreadOf(agent, Set.of(project)).stream()
                                .collect(Collectors.toMap(Unread::channel, Unread::count));
        return channels.ofProject(project).stream()
                .map(channel -> new Seen(channel, unread.getOrDefault(channel.id(), 0L)))
                .toList();
    }

    /** The last before a message of a number, newest first. */
    public Page<Message> before(
            Caller caller, ProjectId project, ChannelId channel, long number, int limit) {
        return messages.before(seen(caller, project, channel), number, limit);
    }

    /** The first after a message of a number, oldest first. */
    public Page<Message> after(
            Caller caller, ProjectId project, ChannelId channel, long number, int limit) {
        return messages.after(seen(caller, project, channel), number, limit);
    }

    private ChannelId seen(Caller caller, ProjectId project, ChannelId id) {
        team.inside(caller, project, "project").mayDo(Act.TALK);
        return channels.find(id)
                .filter(channel -> channel.project().equals(project))
                .orElseThrow(() -> new RefusedException(new NotFound("channel")))
                .id();
    }
}
