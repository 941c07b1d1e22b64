package io.guildhall.application.session;

import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.Authenticate.Identity;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.Sessions;
import io.guildhall.domain.party.PartyError.PartySuspended;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;

/** An operator shows its key once, and is known by a session from then on. */
public final class SignIn {

    private final Transactions transactions;
    private final Authenticate authenticate;
    private final Sessions sessions;
    private final RandomSource random;
    private final InstantSource clock;

    /**
     * @param clock the world's, not the market's
     */
    public SignIn(
            Transactions transactions,
            Authenticate authenticate,
            Sessions sessions,
            RandomSource random,
            InstantSource clock) {
        this.transactions = transactions;
        this.authenticate = authenticate;
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
    }

    public record Command(String key) {}

    /**
     * @return the session's token
     */
    public String handle(Command command) {
        Identity identity =
                authenticate
                        .byKey(command.key())
                        .orElseThrow(() -> new RefusedException(new SessionError.KeyNotKnown()));
        if (!identity.caller().actsForOperator()) {
            throw new RefusedException(new SessionError.KeyOfAnAgent());
        }
        Suspension suspension = identity.suspension();
        if (suspension != null) {
            throw new RefusedException(new PartySuspended(suspension));
        }
        return transactions.run(() ->
                BegunSession.of(
                        sessions,
                        random,
                        identity.caller().operator(),
                        identity.credential(),
                        clock.instant()));
    }
}
