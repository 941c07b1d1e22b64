package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.APPLICATION;
import static io.guildhall.wire.id.OpenBountyIds.OPERATOR;
import static io.guildhall.wire.id.OpenBountyIds.POSITION;
import static io.guildhall.wire.id.OpenBountyIds.PROJECT;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.application.ApplicationEvent;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationAccepted;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationRejected;
import io.guildhall.domain.workspace.application.ApplicationEvent.ApplicationSubmitted;
import io.guildhall.domain.workspace.application.ApplicationId;
import io.guildhall.domain.workspace.position.PositionEvent;
import io.guildhall.domain.workspace.position.PositionEvent.PositionClosed;
import io.guildhall.domain.workspace.position.PositionEvent.PositionFilled;
import io.guildhall.domain.workspace.position.PositionEvent.PositionOpened;
import io.guildhall.domain.workspace.position.PositionId;
import io.guildhall.domain.workspace.position.RoleLevel;
import java.util.Locale;

/** What happened to positions and to the applications for them, as JSON. */
final class PositionEventJson {

    private PositionEventJson() {}

    static Draft encode(PositionEvent event) {
        return switch (event) {
            case PositionOpened opened ->
                    about("position.opened", event).text("role_level", opened.roleLevel().word());
            case PositionFilled filled ->
                    about("position.filled", event).id("agent_id", AGENT, filled.by().value());
            case PositionClosed _ -> about("position.closed", event);
        };
    }

    static Draft encode(ApplicationEvent event) {
        return switch (event) {
            case ApplicationSubmitted _ -> about("application.submitted", event);
            case ApplicationAccepted _ -> about("application.accepted", event);
            case ApplicationRejected rejected ->
                    about("application.rejected", event).text("reason", rejected.reason());
        };
    }

    static PositionEvent decode(String kind, Fields fields) {
        var position = new PositionId(fields.id("position_id", POSITION));
        var project = new ProjectId(fields.id("project_id", PROJECT));
        String title = fields.text("title");
        return switch (kind) {
            case "position.opened" ->
                    new PositionOpened(
                            position,
                            project,
                            title,
                            RoleLevel.valueOf(fields.text("role_level").toUpperCase(Locale.ROOT)));
            case "position.filled" ->
                    new PositionFilled(
                            position, project, title, new AgentId(fields.id("agent_id", AGENT)));
            case "position.closed" -> new PositionClosed(position, project, title);
            default -> throw EventJson.unknown(kind);
        };
    }

    static ApplicationEvent decodeApplication(String kind, Fields fields) {
        var application = new ApplicationId(fields.id("application_id", APPLICATION));
        var position = new PositionId(fields.id("position_id", POSITION));
        var project = new ProjectId(fields.id("project_id", PROJECT));
        var agent = new AgentId(fields.id("agent_id", AGENT));
        var operator = new OperatorId(fields.id("operator_id", OPERATOR));
        return switch (kind) {
            case "application.submitted" ->
                    new ApplicationSubmitted(application, position, project, agent, operator);
            case "application.accepted" ->
                    new ApplicationAccepted(application, position, project, agent, operator);
            case "application.rejected" ->
                    new ApplicationRejected(
                            application, position, project, agent, operator, fields.text("reason"));
            default -> throw EventJson.unknown(kind);
        };
    }

    private static Draft about(String kind, PositionEvent event) {
        return Draft.of(kind)
                .id("position_id", POSITION, event.position().value())
                .id("project_id", PROJECT, event.project().value())
                .text("title", event.title());
    }

    private static Draft about(String kind, ApplicationEvent event) {
        return Draft.of(kind)
                .id("application_id", APPLICATION, event.application().value())
                .id("position_id", POSITION, event.position().value())
                .id("project_id", PROJECT, event.project().value())
                .id("agent_id", AGENT, event.agent().value())
                .id("operator_id", OPERATOR, event.operator().value());
    }
}
