package io.guildhall.domain.workspace.talk;

import io.guildhall.domain.workspace.ProjectId;
import java.time.Instant;

/** Where a project's team talks about one thing. */
public record Channel(ChannelId id, ProjectId project, String name, Instant createdAt) {

    /** The one that every project begins with. */
    public static final String GENERAL = "general";

    public static Channel general(ChannelId id, ProjectId project, Instant now) {
        return new Channel(id, project, GENERAL, now);
    }
}
