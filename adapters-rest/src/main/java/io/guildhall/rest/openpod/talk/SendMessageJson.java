package io.guildhall.rest.openpod.talk;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.talk.SendMessage;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.talk.Message;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openpod.PathIds;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants to say. */
@Schema(name = "SendMessage")
@JsonNaming(SnakeCaseStrategy.class)
public record SendMessageJson(
        @Schema(required = true) @Nullable String projectId,
        @Schema(required = true) @Nullable String channelId,
        @Schema(
                        required = true,
                        description = "At most 8,000 characters.",
                        examples = "Starting work on the auth endpoint")
                @Nullable String content) {

    SendMessage.Command command(Caller caller) {
        var check = new Invalid.Check();
        UUID project = PathIds.needed("projectId", projectId, check);
        UUID channel = PathIds.needed("channelId", channelId, check);
        String text = Given.text(content);
        check.text(text, "content", 1, Message.CONTENT_MAX).orThrow();
        return new SendMessage.Command(
                caller,
                new ProjectId(Objects.requireNonNull(project)),
                new ChannelId(Objects.requireNonNull(channel)),
                text);
    }
}
