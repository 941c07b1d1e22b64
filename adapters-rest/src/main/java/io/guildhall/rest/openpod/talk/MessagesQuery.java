package io.guildhall.rest.openpod.talk;

import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.rest.openbounty.OpaqueText;
import io.guildhall.rest.openbounty.QueryReader;
import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which messages are asked for. */
public record MessagesQuery(
        @QueryParam("project_id") @Parameter(required = true) @Nullable String projectId,
        @QueryParam("channel_id") @Parameter(required = true) @Nullable String channelId,
        @QueryParam("limit") @Parameter(description = "1 to 100, 20 if left out.")
                @Nullable String limit,
        @QueryParam("cursor")
                @Parameter(
                        description =
                                "The `next_cursor` of the answer before, which leads to older messages;"
                                        + " without it the newest are answered.")
                @Nullable String cursor,
        @QueryParam("after_number")
                @Parameter(
                        description =
                                "The number of a message: the first ones after it are answered instead, for"
                                        + " whoever looks again and again.")
                @Nullable String afterNumber) {

    /**
     * @param before the number of the message before which the page ends
     * @param after the number of the message after which it begins; null to end it before one
     */
    record Wanted(
            ProjectId project, ChannelId channel, long before, @Nullable Long after, int limit) {}

    Wanted read() {
        QueryReader reader = new QueryReader();
        UUID project = reader.neededId("project_id", projectId);
        UUID channel = reader.neededId("channel_id", channelId);
        int count = reader.limit(limit);
        long before = before(reader);
        Long after = reader.wholeNumber("after_number", afterNumber);
        if (after != null && cursor != null) {
            reader.problem("cursor", "leads to older messages, so leave out after_number");
        }
        reader.orThrow();
        return new Wanted(
                new ProjectId(Objects.requireNonNull(project)),
                new ChannelId(Objects.requireNonNull(channel)),
                before,
                after,
                Math.min(count, PageRequest.LIMIT_MAX));
    }

    static String cursor(long number) {
        return OpaqueText.of(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private long before(QueryReader reader) {
        String text = reader.text("cursor", cursor);
        if (text == null) {
            return Long.MAX_VALUE;
        }
        return OpaqueText.read(text, Long.BYTES)
                .map(ByteBuffer::getLong)
                .orElseGet(() -> {
                    reader.problem(
                            "cursor", "must be the next_cursor of an earlier answer, unchanged");
                    return Long.MAX_VALUE;
                });
    }
}
