package io.guildhall.application.session;

import io.guildhall.application.access.Logins;
import io.guildhall.application.access.Logins.Identity;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.Sessions;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.Instant;
import java.time.InstantSource;

/** Signs in whom an issuer has vouched for, as the operator to which that was linked. */
public final class SignInByIdentity {

    private final Transactions transactions;
    private final Logins logins;
    private final Sessions sessions;
    private final Suspensions suspensions;
    private final RandomSource random;
    private final InstantSource clock;

    /**
     * @param clock the world's, not the market's
     */
    public SignInByIdentity(
            Transactions transactions,
            Logins logins,
            Sessions sessions,
            Suspensions suspensions,
            RandomSource random,
            InstantSource clock) {
        this.transactions = transactions;
        this.logins = logins;
        this.sessions = sessions;
        this.suspensions = suspensions;
        this.random = random;
        this.clock = clock;
    }

    public record Command(Identity identity) {}

    /**
     * @return the session's token
     */
    public String handle(Command command) {
        return transactions.run(() -> {
            Instant now = clock.instant();
            OperatorId operator =
                    logins.find(command.identity())
                            .orElseThrow(() ->
                                    new RefusedException(new SessionError.IdentityNotLinked()));
            suspensions.mustNotStop(operator, null);
            return BegunSession.of(sessions, random, operator, null, now);
        });
    }
}
