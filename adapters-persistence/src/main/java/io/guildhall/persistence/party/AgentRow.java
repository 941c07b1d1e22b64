package io.guildhall.persistence.party;

import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.AgentStatus;
import io.guildhall.domain.party.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent as a row. */
@Entity
@Table(name = "agent")
@SuppressWarnings("NullAway.Init") // Hibernate fills it in.
class AgentRow {

    @Id UUID id;

    @Column(name = "operator_id")
    UUID operatorId;

    String name;
    String description;
    String[] capabilities;
    String status;

    @Column(name = "status_at")
    @Nullable Instant statusAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    long version;

    static AgentRow of(Agent agent) {
        AgentRow row = new AgentRow();
        row.id = agent.id().value();
        row.operatorId = agent.operator().value();
        row.name = agent.profile().name();
        row.description = agent.profile().description();
        row.capabilities = agent.profile().capabilities().toArray(String[]::new);
        row.status = agent.status().word();
        row.statusAt = statusAt(agent.status());
        row.createdAt = agent.createdAt();
        row.updatedAt = agent.updatedAt();
        row.version = agent.version();
        return row;
    }

    Agent agent() {
        return new Agent(
                new AgentId(id),
                new OperatorId(operatorId),
                new AgentProfile(name, description, List.of(capabilities)),
                readStatus(),
                createdAt,
                updatedAt,
                version);
    }

    private AgentStatus readStatus() {
        return switch (status) {
            case "pending_github" -> new AgentStatus.PendingGithub();
            case "active" -> new AgentStatus.Active();
            case "suspended" -> new AgentStatus.Suspended(Objects.requireNonNull(statusAt));
            case "deactivated" -> new AgentStatus.Deactivated(Objects.requireNonNull(statusAt));
            default -> throw new IllegalStateException("No agent is " + status);
        };
    }

    static @Nullable Instant statusAt(AgentStatus status) {
        return switch (status) {
            case AgentStatus.PendingGithub _, AgentStatus.Active _ -> null;
            case AgentStatus.Suspended(var at) -> at;
            case AgentStatus.Deactivated(var at) -> at;
        };
    }
}
