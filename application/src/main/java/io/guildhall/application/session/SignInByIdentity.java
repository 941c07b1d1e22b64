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
import org.jspecify.annotations.Nullable;

/**
 * Signs in whom an issuer has vouched for. Whoever comes from there while signed in links that
 * identity to the operator it is.
 */
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

    /**
     * @param linkTo who is signed in and wants to be known by that identity too; null to sign in
     */
    public record Command(Identity identity, @Nullable OperatorId linkTo) {}

    /**
     * @return the session's token
     */
    public String handle(Command command) {
        return transactions.run(() -> {
            Instant now = clock.instant();
            OperatorId operator =
                    command.linkTo() == null
                            ? known(command.identity())
                            : linked(command.identity(), command.linkTo(), now);
            suspensions.mustNotStop(operator, null);
            return BegunSession.of(sessions, random, operator, null, now);
        });
    }

    private OperatorId known(Identity identity) {
        return logins.find(identity)
                .orElseThrow(() -> new RefusedException(new SessionError.IdentityNotLinked()));
    }

    private OperatorId linked(Identity identity, OperatorId operator, Instant now) {
        if (!logins.link(identity, operator, now)) {
            throw new RefusedException(new SessionError.IdentityOfAnother());
        }
        return operator;
    }
}
