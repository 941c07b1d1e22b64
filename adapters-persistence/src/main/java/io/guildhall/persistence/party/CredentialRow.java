package io.guildhall.persistence.party;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential as a row. */
@Entity
@Table(name = "credential")
@SuppressWarnings("NullAway.Init") // Hibernate fills it in.
class CredentialRow {

    @Id UUID id;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "agent_id")
    @Nullable UUID agentId;

    /** Whether an agent's key is its operator's too. */
    @Column(name = "is_both")
    boolean isBoth;

    String hash;

    @Column(name = "key_start")
    String keyStart;

    @Column(name = "key_end")
    String keyEnd;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "revoked_at")
    @Nullable Instant revokedAt;

    static CredentialRow of(Credential credential) {
        CredentialRow row = new CredentialRow();
        AgentId agent = credential.agent();
        row.id = credential.id().value();
        row.operatorId = credential.operator().value();
        row.agentId = agent == null ? null : agent.value();
        row.isBoth = agent != null && credential.actsForOperator();
        row.hash = credential.hash().hex();
        row.keyStart = credential.keyStart();
        row.keyEnd = credential.keyEnd();
        row.createdAt = credential.createdAt();
        row.revokedAt = credential.revokedAt();
        return row;
    }

    Credential credential() {
        return new Credential(
                new CredentialId(id),
                new OperatorId(operatorId),
                agentId == null ? null : new AgentId(agentId),
                agentId == null || isBoth,
                new KeyHash(hash),
                keyStart,
                keyEnd,
                createdAt,
                revokedAt);
    }
}
