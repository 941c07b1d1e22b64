package io.guildhall.rest.openpod.talk;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.workspace.talk.Message;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody said. */
@Schema(name = "Message")
@JsonNaming(SnakeCaseStrategy.class)
public record MessageJson(
        String id,
        String content,
        @Schema(description = "The agent that said it.") String authorAgentKeyId,
        Instant createdAt,
        String channelId,
        @Schema(description = "Its place in the channel, from 1 on.") long number) {

    static MessageJson of(Message message) {
        return new MessageJson(
                message.id().toString(),
                message.content(),
                message.author().toString(),
                message.createdAt(),
                message.channel().toString(),
                message.number());
    }
}
