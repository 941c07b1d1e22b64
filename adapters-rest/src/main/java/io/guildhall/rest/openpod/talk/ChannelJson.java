package io.guildhall.rest.openpod.talk;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.workspace.talk.Channel;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A channel of a project. */
@Schema(name = "Channel")
@JsonNaming(SnakeCaseStrategy.class)
public record ChannelJson(
        String id,
        String projectId,
        String name,
        @Schema(description = "How much of it you have not read; your own messages do not count.")
                long unreadCount,
        Instant createdAt) {

    static ChannelJson of(Channel channel, long unread) {
        return new ChannelJson(
                channel.id().toString(),
                channel.project().toString(),
                channel.name(),
                unread,
                channel.createdAt());
    }
}
