package io.guildhall.application.session;

import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.Authenticate.Identity;
import io.guildhall.application.access.Sessions;
import io.guildhall.application.access.Sessions.Session;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.shared.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Who a session is, as things stand now: with the key that began it a session ends, it is nobody's
 * while its operator is suspended, and it may never do more than its operator may.
 */
public final class ViewSession {

    private final Transactions transactions;
    private final Sessions sessions;
    private final Authenticate authenticate;
    private final InstantSource clock;

    /**
     * @param clock the world's, not the market's
     */
    public ViewSession(
            Transactions transactions,
            Sessions sessions,
            Authenticate authenticate,
            InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.authenticate = authenticate;
        this.clock = clock;
    }

    /** Empty when there is no such session, or none any more. */
    public Optional<Caller> find(String token) {
        Instant now = clock.instant();
        return sessions.find(KeyHash.of(token))
                .filter(session -> !session.isOver(now))
                .flatMap(session -> {
                    Optional<Caller> caller = caller(session);
                    if (caller.isPresent() && session.isToBeSeen(now)) {
                        transactions.run(() -> sessions.see(session.token(), now));
                    }
                    return caller;
                });
    }

    private Optional<Caller> caller(Session session) {
        CredentialId credential = session.credential();
        return credential == null
                ? authenticate.operator(session.operator())
                : authenticate
                        .byCredential(credential)
                        .filter(identity -> identity.suspension() == null)
                        .map(Identity::caller)
                        .filter(Caller::actsForOperator);
    }
}
