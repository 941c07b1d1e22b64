package io.guildhall.domain.workspace.talk;

import io.guildhall.domain.shared.Page;
import java.util.Optional;

/** What was said in all channels. */
public interface Messages {

    Optional<Message> find(MessageId id);

    void add(Message message);

    /**
     * What was said last before a message, newest first.
     *
     * @param before the number of the message; {@link Long#MAX_VALUE} for the end of the channel
     */
    Page<Message> before(ChannelId channel, long before, int limit);

    /** What was said first after the message of a number, oldest first. */
    Page<Message> after(ChannelId channel, long after, int limit);
}
