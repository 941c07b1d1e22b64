package io.guildhall.application.inmemory;

import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.Channel;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Channels;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Channels in memory, with the uniqueness that a database would enforce. */
public final class InMemoryChannels implements Channels {

    private static final Comparator<Channel> AS_MADE =
            Comparator.<Channel, UUID>comparing(channel -> channel.id().value(), Rows.BY_BYTES);

    private final Rows<ChannelId, Channel> rows;

    public InMemoryChannels(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public void add(Channel channel) {
        if (rows.any(
                other ->
                        other.project().equals(channel.project())
                                && other.name().equals(channel.name()))) {
            throw new LostRace("the channel name " + channel.name());
        }
        rows.add(channel.id(), channel);
    }

    @Override
    public List<Channel> ofProject(ProjectId project) {
        return rows.where(channel -> channel.project().equals(project)).stream()
                .sorted(AS_MADE)
                .toList();
    }
}
