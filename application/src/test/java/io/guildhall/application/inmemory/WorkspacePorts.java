package io.guildhall.application.inmemory;

import io.guildhall.domain.workspace.Projects;
import io.guildhall.domain.workspace.application.Applications;
import io.guildhall.domain.workspace.comment.Comments;
import io.guildhall.domain.workspace.membership.Memberships;
import io.guildhall.domain.workspace.position.Positions;
import io.guildhall.domain.workspace.talk.Channels;
import io.guildhall.domain.workspace.ticket.Tickets;

/** What the use cases of a workspace ask of the outside. */
public record WorkspacePorts(
        Projects projects,
        Memberships memberships,
        Positions positions,
        Applications applications,
        Tickets tickets,
        Comments comments,
        Channels channels) {}
