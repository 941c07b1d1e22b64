package io.guildhall.application.session;

import io.guildhall.application.access.Logins;
import io.guildhall.application.access.Logins.Identity;
import io.guildhall.application.access.Sessions;
import io.guildhall.application.access.Sessions.Session;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;

/**
 * An identity elsewhere is its operator's no more, and whoever is signed in by such a one is signed
 * out. It takes a session that began with a key, so that nobody locks itself out.
 */
public final class UnlinkIdentity {

    private final Transactions transactions;
    private final Logins logins;
    private final Sessions sessions;
    private final InstantSource clock;

    /**
     * @param clock the world's, not the market's
     */
    public UnlinkIdentity(
            Transactions transactions, Logins logins, Sessions sessions, InstantSource clock) {
        this.transactions = transactions;
        this.logins = logins;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * @param session the token of whoever asks for it
     */
    public record Command(String session, Identity identity) {}

    public void handle(Command command) {
        transactions.run(() -> {
            Session session =
                    sessions.find(KeyHash.of(command.session()))
                            .filter(found -> !found.isOver(clock.instant()))
                            .orElseThrow(() -> new RefusedException(new NotFound("session")));
            if (session.credential() == null) {
                throw new RefusedException(new SessionError.KeyNeeded());
            }
            if (!logins.unlink(command.identity(), session.operator())) {
                throw new RefusedException(new NotFound("login"));
            }
            sessions.removeKeyless(session.operator());
        });
    }
}
