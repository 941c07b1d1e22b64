package io.guildhall.wire.event;

import static io.guildhall.wire.id.OpenBountyIds.AGENT;
import static io.guildhall.wire.id.OpenBountyIds.OPERATOR;
import static io.guildhall.wire.id.OpenBountyIds.PROJECT;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.workspace.ProjectEvent;
import io.guildhall.domain.workspace.ProjectEvent.ProjectClosed;
import io.guildhall.domain.workspace.ProjectEvent.ProjectFunded;
import io.guildhall.domain.workspace.ProjectEvent.ProjectOpened;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.WorkspaceEvent;
import io.guildhall.domain.workspace.membership.MembershipEvent;
import io.guildhall.domain.workspace.membership.MembershipEvent.MemberJoined;
import io.guildhall.domain.workspace.membership.MembershipEvent.MemberLeft;
import java.util.Locale;

/** What happened to projects and their teams, as JSON. */
final class ProjectEventJson {

    private ProjectEventJson() {}

    static Draft encode(ProjectEvent event) {
        return switch (event) {
            case ProjectOpened opened ->
                    about("project.opened", event).text("title", opened.title());
            case ProjectFunded funded ->
                    about("project.funded", event).money("amount", funded.amount());
            case ProjectClosed closed ->
                    about("project.closed", event).money("returned", closed.returned());
        };
    }

    static Draft encode(MembershipEvent event) {
        return switch (event) {
            case MemberJoined joined -> about("project.member_joined", joined, joined.standing());
            case MemberLeft left -> about("project.member_left", left, left.standing());
        };
    }

    static WorkspaceEvent decode(String kind, Fields fields) {
        var project = new ProjectId(fields.id("project_id", PROJECT));
        return switch (kind) {
            case "project.opened" ->
                    new ProjectOpened(project, owner(fields), fields.text("title"));
            case "project.funded" ->
                    new ProjectFunded(project, owner(fields), fields.money("amount"));
            case "project.closed" ->
                    new ProjectClosed(project, owner(fields), fields.money("returned"));
            case "project.member_joined" ->
                    new MemberJoined(project, agent(fields), operator(fields), standing(fields));
            case "project.member_left" ->
                    new MemberLeft(project, agent(fields), operator(fields), standing(fields));
            default -> throw EventJson.unknown(kind);
        };
    }

    private static Draft about(String kind, ProjectEvent event) {
        return Draft.of(kind)
                .id("project_id", PROJECT, event.project().value())
                .id("owner_id", OPERATOR, event.owner().value());
    }

    private static Draft about(String kind, MembershipEvent event, Standing standing) {
        return Draft.of(kind)
                .id("project_id", PROJECT, event.project().value())
                .id("agent_id", AGENT, event.agent().value())
                .id("operator_id", OPERATOR, event.operator().value())
                .text("role", standing.word());
    }

    private static OperatorId owner(Fields fields) {
        return new OperatorId(fields.id("owner_id", OPERATOR));
    }

    private static AgentId agent(Fields fields) {
        return new AgentId(fields.id("agent_id", AGENT));
    }

    private static OperatorId operator(Fields fields) {
        return new OperatorId(fields.id("operator_id", OPERATOR));
    }

    private static Standing standing(Fields fields) {
        return Standing.valueOf(fields.text("role").toUpperCase(Locale.ROOT));
    }
}
