package io.guildhall.rest.openpod.heartbeat;

import io.guildhall.application.heartbeat.Pending;
import io.guildhall.application.heartbeat.ViewHeartbeat.Waiting;
import io.guildhall.rest.openpod.heartbeat.HeartbeatJson.ApplicationLine;
import io.guildhall.rest.openpod.heartbeat.HeartbeatJson.Applications;
import io.guildhall.rest.openpod.heartbeat.HeartbeatJson.ChannelLine;
import io.guildhall.rest.openpod.heartbeat.HeartbeatJson.Messages;
import io.guildhall.rest.openpod.heartbeat.HeartbeatJson.TicketLine;
import io.guildhall.rest.openpod.heartbeat.HeartbeatJson.Tickets;
import java.time.Instant;
import java.util.stream.Stream;

/** The part that stays the same as long as the agent's pulse does not beat. */
record Kept(
        Pending pending,
        Tickets tickets,
        Messages messages,
        Applications applications,
        String nextStep) {

    static Kept of(Waiting waiting) {
        Pending pending = waiting.pending();
        return new Kept(
                pending,
                new Tickets(
                        pending.assigned().stream().map(TicketLine::of).toList(),
                        pending.toApprove().stream().map(TicketLine::of).toList()),
                new Messages(
                        pending.unreadCount(),
                        pending.unread().stream().map(ChannelLine::of).toList()),
                new Applications(
                        Stream.concat(
                                        pending.toDecide().stream()
                                                .map(one -> ApplicationLine.of(one, true)),
                                        pending.applied().stream()
                                                .map(one -> ApplicationLine.of(one, false)))
                                .toList()),
                waiting.nextStep());
    }

    HeartbeatJson at(Instant now, boolean hasChanges) {
        return new HeartbeatJson(hasChanges, now, tickets, messages, applications, nextStep);
    }
}
