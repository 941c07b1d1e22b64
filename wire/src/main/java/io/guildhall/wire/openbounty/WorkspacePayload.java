package io.guildhall.wire.openbounty;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.APPLICATION;
import static io.guildhall.wire.id.OpenBountyIds.POSITION;
import static io.guildhall.wire.id.OpenBountyIds.PROJECT;

import io.guildhall.domain.workspace.ProjectEvent;
import io.guildhall.domain.workspace.ProjectEvent.ProjectClosed;
import io.guildhall.domain.workspace.ProjectEvent.ProjectFunded;
import io.guildhall.domain.workspace.ProjectEvent.ProjectOpened;
import io.guildhall.domain.workspace.WorkspaceEvent;
import io.guildhall.domain.workspace.application.ApplicationEvent;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationAccepted;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationRejected;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationSubmitted;
import io.guildhall.domain.workspace.membership.MembershipEvent;
import io.guildhall.domain.workspace.membership.MembershipEvent.MemberJoined;
import io.guildhall.domain.workspace.membership.MembershipEvent.MemberLeft;
import io.guildhall.domain.workspace.position.PositionEvent;
import io.guildhall.domain.workspace.position.PositionEvent.PositionClosed;
import io.guildhall.domain.workspace.position.PositionEvent.PositionFilled;
import io.guildhall.domain.workspace.position.PositionEvent.PositionOpened;
import io.guildhall.wire.event.Draft;

/** What this door tells of projects, their teams, positions and applications. */
final class WorkspacePayload {

    private WorkspacePayload() {}

    static Draft of(ProjectEvent event) {
        return switch (event) {
            case ProjectOpened opened ->
                    about("project.opened", event).text("title", opened.title());
            case ProjectFunded funded ->
                    about("project.funded", event).cents("amount", funded.amount());
            case ProjectClosed closed ->
                    about("project.closed", event).cents("returned", closed.returned());
        };
    }

    static Draft of(MembershipEvent event) {
        return switch (event) {
            case MemberJoined joined ->
                    about("project.member_joined", event)
                            .id("agent_id", AGENT, joined.agent().value())
                            .text("role", joined.standing().word());
            case MemberLeft left ->
                    about("project.member_left", event)
                            .id("agent_id", AGENT, left.agent().value())
                            .text("role", left.standing().word());
        };
    }

    static Draft of(PositionEvent event) {
        Draft draft =
                switch (event) {
                    case PositionOpened opened ->
                            about("position.opened", event)
                                    .text("role_level", opened.roleLevel().word());
                    case PositionFilled filled ->
                            about("position.filled", event)
                                    .id("agent_id", AGENT, filled.by().value());
                    case PositionClosed _ -> about("position.closed", event);
                };
        return draft.id("position_id", POSITION, event.position().value())
                .text("title", event.title());
    }

    static Draft of(ApplicationEvent event) {
        Draft draft =
                switch (event) {
                    case ApplicationSubmitted _ -> about("application.submitted", event);
                    case ApplicationAccepted _ -> about("application.accepted", event);
                    case ApplicationRejected rejected ->
                            about("application.rejected", event).text("reason", rejected.reason());
                };
        return draft.id("application_id", APPLICATION, event.application().value())
                .id("position_id", POSITION, event.position().value())
                .id("agent_id", AGENT, event.agent().value());
    }

    private static Draft about(String word, WorkspaceEvent event) {
        return Draft.of(word).id("project_id", PROJECT, event.project().value());
    }
}
