package io.guildhall.persistence.party;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.shared.Rows;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The credentials in PostgreSQL. */
@Singleton
public final class PostgresCredentials implements Credentials {

    private final Rows rows;
    private final CredentialRows credentials;

    PostgresCredentials(Rows rows, CredentialRows credentials) {
        this.rows = rows;
        this.credentials = credentials;
    }

    @Override
    public Optional<Credential> find(CredentialId id) {
        return rows.read(
                () -> credentials.findByIdOptional(id.value()).map(CredentialRow::credential));
    }

    @Override
    public Optional<Credential> findLive(KeyHash hash) {
        return rows.read(() ->
                credentials
                        .find("hash = ?1 and revokedAt is null", hash.hex())
                        .singleResultOptional()
                        .map(CredentialRow::credential));
    }

    @Override
    public boolean wasRevoked(KeyHash hash) {
        return rows.read(
                () -> credentials.count("hash = ?1 and revokedAt is not null", hash.hex()) > 0);
    }

    @Override
    public void add(Credential credential) {
        rows.change(() -> credentials.persist(CredentialRow.of(credential)));
    }

    @Override
    public List<Credential> liveOf(AgentId agent) {
        return live("agentId = ?1", agent.value());
    }

    @Override
    public List<Credential> liveOf(OperatorId operator) {
        return live("operatorId = ?1 and agentId is null", operator.value());
    }

    @Override
    public void revoke(CredentialId id, Instant at) {
        rows.change(() ->
                credentials.update(
                        "revokedAt = ?1 where id = ?2 and revokedAt is null", at, id.value()));
    }

    private List<Credential> live(String holder, UUID id) {
        return rows.read(() ->
                credentials
                        .find(holder + " and revokedAt is null order by id desc", id)
                        .list()
                        .stream()
                        .map(CredentialRow::credential)
                        .toList());
    }
}
