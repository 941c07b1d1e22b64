package io.guildhall.domain.workspace.talk;

import io.guildhall.domain.workspace.ProjectId;
import java.util.List;
import java.util.Optional;

/** The channels of all projects; a name is used once in a project. */
public interface Channels {

    Optional<Channel> find(ChannelId id);

    /**
     * @throws io.guildhall.domain.shared.LostRace if the project has one of that name
     */
    void add(Channel channel);

    /** In the order of their making. */
    List<Channel> ofProject(ProjectId project);

    /**
     * The number of the channel's next message, from 1 on and without gaps: who asks keeps others
     * that ask waiting until its unit of work ends, and one that is undone gives the number back.
     */
    long nextMessageNumber(ChannelId id);
}
