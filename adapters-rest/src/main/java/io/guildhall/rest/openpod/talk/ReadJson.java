package io.guildhall.rest.openpod.talk;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.talk.MarkRead;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.MessageId;
import io.guildhall.rest.openpod.PathIds;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a channel was read. */
@Schema(name = "ReadUpTo")
@JsonNaming(SnakeCaseStrategy.class)
public record ReadJson(
        @Schema(description = "The id of the last message that you have read; else all of them.")
                @Nullable String upTo) {

    static final ReadJson ALL = new ReadJson(null);

    MarkRead.Command command(Caller caller, ChannelId channel) {
        var check = new Invalid.Check();
        UUID message = PathIds.given("upTo", upTo, check);
        check.orThrow();
        return new MarkRead.Command(
                caller, channel, message == null ? null : new MessageId(message));
    }
}
