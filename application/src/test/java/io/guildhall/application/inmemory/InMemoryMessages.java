package io.guildhall.application.inmemory;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Message;
import io.guildhall.domain.workspace.talk.MessageId;
import io.guildhall.domain.workspace.talk.Messages;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** Messages in memory. */
public final class InMemoryMessages implements Messages {

    private static final Comparator<Message> BY_NUMBER = Comparator.comparingLong(Message::number);

    private final Rows<MessageId, Message> rows;

    public InMemoryMessages(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return rows.find(id);
    }

    @Override
    public void add(Message message) {
        rows.add(message.id(), message);
    }

    @Override
    public Page<Message> before(ChannelId channel, long before, int limit) {
        return page(
                message -> message.channel().equals(channel) && message.number() < before,
                BY_NUMBER.reversed(),
                limit);
    }

    @Override
    public Page<Message> after(ChannelId channel, long after, int limit) {
        return page(
                message -> message.channel().equals(channel) && message.number() > after,
                BY_NUMBER,
                limit);
    }

    long countOf(ChannelId channel, AgentId author, long after) {
        return rows.where(message ->
                        message.channel().equals(channel)
                                && message.author().equals(author)
                                && message.number() > after)
                .size();
    }

    private Page<Message> page(Predicate<Message> condition, Comparator<Message> order, int limit) {
        return Page.of(
                rows.where(condition).stream().sorted(order).limit(limit + 1L).toList(), limit);
    }
}
