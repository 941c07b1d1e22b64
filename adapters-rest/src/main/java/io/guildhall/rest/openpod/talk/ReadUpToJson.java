package io.guildhall.rest.openpod.talk;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.talk.MarkRead.Read;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a channel is read now. */
@Schema(name = "ChannelRead")
@JsonNaming(SnakeCaseStrategy.class)
public record ReadUpToJson(
        String channelId,
        @Schema(description = "The number of the last message that was read.") long number) {

    static ReadUpToJson of(Read read) {
        return new ReadUpToJson(read.channel().id().toString(), read.upTo());
    }
}
