package io.guildhall.domain.party;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keys by their hashes; revoked ones stay for the record and prove nothing. */
public interface Credentials {

    Optional<Credential> find(CredentialId id);

    /** The live credential of that hash. */
    Optional<Credential> findLive(KeyHash hash);

    /** Whether a credential of that hash was revoked. */
    boolean wasRevoked(KeyHash hash);

    void add(Credential credential);

    /** Live ones of the agent, newest first. */
    List<Credential> liveOf(AgentId agent);

    /** Live ones of the operator itself (not of its agents), newest first. */
    List<Credential> liveOf(OperatorId operator);

    /** Revoking twice changes nothing. */
    void revoke(CredentialId id, Instant at);
}
