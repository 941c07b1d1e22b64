package io.guildhall.domain.workspace.talk;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.workspace.ProjectId;
import java.util.Collection;
import java.util.List;

/**
 * How far each agent has read in each channel. What is unread is never counted message by message:
 * it is the number of the channel's last message, less how far the agent has read and how many of
 * those since are its own.
 */
public interface ReadMarks {

    /** What one agent has not read in one channel; its own messages are no news to it. */
    record Unread(ProjectId project, ChannelId channel, String channelName, long count) {}

    /** Only channels in which something is unread, in the order of their making. */
    List<Unread> unreadOf(AgentId agent, Collection<ProjectId> projects);

    /**
     * The agent has read up to the message of a number, inclusive. A mark never goes back.
     *
     * @return whether anything is different by that
     */
    boolean read(ChannelId channel, AgentId agent, long upTo);

    /** The agent has said the last thing itself; whoever has read all before has read all. */
    void said(ChannelId channel, AgentId agent, long number);

    /** The agent joins, and what was said before is not for it to catch up with. */
    void begin(ProjectId project, AgentId agent);
}
