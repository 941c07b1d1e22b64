package io.guildhall.application.inmemory;

import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Channels;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Channels in memory. */
public final class InMemoryChannels implements Channels {

    private final Rows<ChannelId, Channel> rows;
    private final Rows<ChannelId, Long> lastNumbers;

    public InMemoryChannels(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
        this.lastNumbers = new Rows<>(transactions);
    }

    @Override
    public Optional<Channel> find(ChannelId id) {
        return rows.find(id);
    }

    @Override
    public void add(Channel channel) {
        if (ofProject(channel.project()).stream()
                .anyMatch(other -> other.name().equals(channel.name()))) {
            throw new LostRace("channel " + channel.name());
        }
        rows.add(channel.id(), channel);
    }

    @Override
    public List<Channel> ofProject(ProjectId project) {
        return rows.where(channel -> channel.project().equals(project)).stream()
                .sorted(
                        Comparator.<Channel, UUID>comparing(
                                channel -> channel.id().value(), Rows.BY_BYTES))
                .toList();
    }

    @Override
    public long nextMessageNumber(ChannelId id) {
        long next = lastNumber(id) + 1;
        lastNumbers.put(id, next);
        return next;
    }

    long lastNumber(ChannelId id) {
        return lastNumbers.find(id).orElse(0L);
    }
}
