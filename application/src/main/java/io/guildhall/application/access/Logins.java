package io.guildhall.application.access;

import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which operator an identity at somebody else's sign-in is. */
public interface Logins {

    /**
     * Somebody as an issuer knows it.
     *
     * @param subject never given to another by that issuer
     */
    record Identity(String issuer, String subject) {}

    Optional<OperatorId> find(Identity identity);

    /**
     * Says whose the identity is.
     *
     * @return false when it is another operator's already; nothing is changed then
     */
    boolean link(Identity identity, OperatorId operator, Instant at);

    /**
     * An identity that was linked.
     *
     * @param since when
     */
    record Login(Identity identity, Instant since) {}

    /** Those of one operator, the first linked first. */
    List<Login> of(OperatorId operator);

    /**
     * The identity is that operator's no more.
     *
     * @return false when it was not; nothing is changed then
     */
    boolean unlink(Identity identity, OperatorId operator);
}
