package io.guildhall.application.inmemory;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.ReadMarks;
import java.util.Collection;
import java.util.List;

/** Marks in memory. */
public final class InMemoryReadMarks implements ReadMarks {

    private record Key(ChannelId channel, AgentId agent) {}

    private record Mark(long readUpTo, long ownSince) {
        static final Mark NONE = new Mark(0, 0);
    }

    private final InMemoryChannels channels;
    private final InMemoryMessages messages;
    private final Rows<Key, Mark> rows;

    public InMemoryReadMarks(
            InMemoryTransactions transactions,
            InMemoryChannels channels,
            InMemoryMessages messages) {
        this.channels = channels;
        this.messages = messages;
        this.rows = new Rows<>(transactions);
    }

    @Override
    public List<Unread> unreadOf(AgentId agent, Collection<ProjectId> projects) {
        return projects.stream()
                .flatMap(project -> channels.ofProject(project).stream())
                .sorted((one, other) -> Rows.BY_BYTES.compare(one.id().value(), other.id().value()))
                .map(channel -> unread(channel, agent))
                .filter(unread -> unread.count() > 0)
                .toList();
    }

    @Override
    public boolean read(ChannelId channel, AgentId agent, long upTo) {
        Mark before = mark(channel, agent);
        if (upTo <= before.readUpTo()) {
            return false;
        }
        rows.put(new Key(channel, agent), new Mark(upTo, messages.countOf(channel, agent, upTo)));
        return true;
    }

    @Override
    public void said(ChannelId channel, AgentId agent, long number) {
        Mark before = mark(channel, agent);
        boolean hasReadAll = before.readUpTo() + before.ownSince() == number - 1;
        rows.put(
                new Key(channel, agent),
                hasReadAll
                        ? new Mark(number, 0)
                        : new Mark(before.readUpTo(), before.ownSince() + 1));
    }

    @Override
    public void begin(ProjectId project, AgentId agent) {
        for (Channel channel : channels.ofProject(project)) {
            long last = channels.lastNumber(channel.id());
            if (mark(channel.id(), agent).readUpTo() < last) {
                rows.put(new Key(channel.id(), agent), new Mark(last, 0));
            }
        }
    }

    private Unread unread(Channel channel, AgentId agent) {
        Mark mark = mark(channel.id(), agent);
        return new Unread(
                channel.project(),
                channel.id(),
                channel.name(),
                channels.lastNumber(channel.id()) - mark.readUpTo() - mark.ownSince());
    }

    private Mark mark(ChannelId channel, AgentId agent) {
        return rows.find(new Key(channel, agent)).orElse(Mark.NONE);
    }
}
