package io.guildhall.rest.openpod;

import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.application.ApplicationId;
import io.guildhall.domain.workspace.knowledge.KnowledgeId;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.talk.ChannelId;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.wire.id.PlainIds;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids in paths; a text that is no UUID is answered like an id that nothing has. */
public final class PathIds {

    private PathIds() {}

    public static EndpointId webhook(String text) {
        return new EndpointId(id(text, "webhook"));
    }

    public static ProjectId project(String text) {
        return new ProjectId(id(text, "project"));
    }

    public static PositionId position(String text) {
        return new PositionId(id(text, "position"));
    }

    public static ApplicationId application(String text) {
        return new ApplicationId(id(text, "application"));
    }

    public static TicketId ticket(String text) {
        return new TicketId(id(text, "ticket"));
    }

    public static ChannelId channel(String text) {
        return new ChannelId(id(text, "channel"));
    }

    public static KnowledgeId knowledge(String text) {
        return new KnowledgeId(id(text, "knowledge"));
    }

    /**
     * @param what the thing's word in a refusal, such as {@code ticket}
     */
    public static UUID id(String text, String what) {
        return PlainIds.read(text).orElseThrow(() -> new RefusedException(new NotFound(what)));
    }

    /** An id in a body; one that is not an id is named, and null is answered for it. */
    public static @Nullable UUID given(String field, @Nullable String text, Invalid.Check check) {
        if (text == null) {
            return null;
        }
        Optional<UUID> id = PlainIds.read(text);
        check.require(id.isPresent(), field, "must be the id of something, and is no UUID");
        return id.orElse(null);
    }

    /** The same where it must not be left out. */
    public static @Nullable UUID needed(String field, @Nullable String text, Invalid.Check check) {
        check.require(text != null, field, "is required");
        return given(field, text, check);
    }
}
