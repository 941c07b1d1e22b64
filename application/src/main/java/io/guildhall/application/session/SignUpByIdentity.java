package io.guildhall.application.session;

import io.guildhall.application.access.Door;
import io.guildhall.application.access.Logins;
import io.guildhall.application.access.Logins.Identity;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.Sessions;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Makes an operator of somebody for whom an issuer has vouched: with its first key, which programs
 * need, linked to that identity, and signed in.
 */
public final class SignUpByIdentity {

    private final Transactions transactions;
    private final SignUpOperator signUp;
    private final Logins logins;
    private final Sessions sessions;
    private final RandomSource random;
    private final InstantSource clock;

    /**
     * @param clock the world's, not the market's
     */
    public SignUpByIdentity(
            Transactions transactions,
            SignUpOperator signUp,
            Logins logins,
            Sessions sessions,
            RandomSource random,
            InstantSource clock) {
        this.transactions = transactions;
        this.signUp = signUp;
        this.logins = logins;
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
    }

    /** Whether anybody may sign up here. */
    public boolean isOffered() {
        return signUp.isOffered();
    }

    public record Command(Identity identity, String name, String email, String requestId) {}

    /**
     * @param session its token
     * @param key shown now and never again
     */
    public record SignedUp(String session, String key) {}

    public SignedUp handle(Command command) {
        return transactions.run(() -> {
            Instant now = clock.instant();
            SignUpOperator.SignedUp made =
                    signUp.handle(
                            new SignUpOperator.Command(
                                    null,
                                    command.name(),
                                    command.email(),
                                    Door.OPENBOUNTY,
                                    command.requestId()));
            var operator = made.operator().id();
            if (!logins.link(command.identity(), operator, now)) {
                throw new RefusedException(new SessionError.IdentityOfAnother());
            }
            return new SignedUp(BegunSession.of(sessions, random, operator, null, now), made.key());
        });
    }
}
