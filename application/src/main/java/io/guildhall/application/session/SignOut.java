package io.guildhall.application.session;

import io.guildhall.application.access.Sessions;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.shared.Transactions;

/** Ends a session; one that is over already stays so. */
public final class SignOut {

    private final Transactions transactions;
    private final Sessions sessions;

    public SignOut(Transactions transactions, Sessions sessions) {
        this.transactions = transactions;
        this.sessions = sessions;
    }

    public record Command(String token) {}

    public void handle(Command command) {
        transactions.run(() -> sessions.remove(KeyHash.of(command.token())));
    }
}
