package io.guildhall.application.session;

import io.guildhall.application.access.Logins;
import io.guildhall.application.access.Logins.Identity;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;

/** Whoever is signed in is known by an identity elsewhere too, from now on. */
public final class LinkIdentity {

    private final Transactions transactions;
    private final Logins logins;
    private final InstantSource clock;

    /**
     * @param clock the world's, not the market's
     */
    public LinkIdentity(Transactions transactions, Logins logins, InstantSource clock) {
        this.transactions = transactions;
        this.logins = logins;
        this.clock = clock;
    }

    public record Command(Caller caller, Identity identity) {}

    public void handle(Command command) {
        var operator = command.caller().asOperator();
        transactions.run(() -> {
            if (!logins.link(command.identity(), operator, clock.instant())) {
                throw new RefusedException(new SessionError.IdentityOfAnother());
            }
        });
    }
}
