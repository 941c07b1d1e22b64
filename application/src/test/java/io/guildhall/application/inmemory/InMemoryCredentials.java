package io.guildhall.application.inmemory;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.Credentials;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.StorageUnavailable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Hashed keys in memory. */
public final class InMemoryCredentials implements Credentials {

    private final Rows<CredentialId, Credential> rows;
    private volatile boolean isDown;

    public InMemoryCredentials(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
    }

    /** No key is found or missed from now on: nobody can say. */
    public void goDown() {
        isDown = true;
    }

    public void recover() {
        isDown = false;
    }

    @Override
    public Optional<Credential> find(CredentialId id) {
        return rows.find(id);
    }

    @Override
    public Optional<Credential> findLive(KeyHash hash) {
        if (isDown) {
            throw new RefusedException(new StorageUnavailable(false));
        }
        return live(credential -> credential.hash().equals(hash)).stream().findFirst();
    }

    @Override
    public boolean wasRevoked(KeyHash hash) {
        return !rows.where(credential -> credential.hash().equals(hash) && !credential.isLive())
                .isEmpty();
    }

    @Override
    public void add(Credential credential) {
        if (credential.isLive() && findLive(credential.hash()).isPresent()) {
            throw new LostRace("a key");
        }
        rows.add(credential.id(), credential);
    }

    @Override
    public List<Credential> liveOf(AgentId agent) {
        return live(credential -> agent.equals(credential.agent()));
    }

    @Override
    public List<Credential> liveOf(OperatorId operator) {
        return live(
                credential -> credential.agent() == null && credential.operator().equals(operator));
    }

    @Override
    public void revoke(CredentialId id, Instant at) {
        Credential credential = rows.find(id).orElseThrow();
        if (credential.isLive()) {
            rows.put(
                    id,
                    new Credential(
                            id,
                            credential.operator(),
                            credential.agent(),
                            credential.actsForOperator(),
                            credential.hash(),
                            credential.keyStart(),
                            credential.keyEnd(),
                            credential.createdAt(),
                            at));
        }
    }

    private List<Credential> live(Predicate<Credential> condition) {
        return rows.where(condition.and(Credential::isLive)).stream()
                .sorted(
                        Comparator.<Credential, UUID>comparing(
                                        credential -> credential.id().value(), Rows.BY_BYTES)
                                .reversed())
                .toList();
    }
}
