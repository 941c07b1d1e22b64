package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.Logins;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.Sessions;
import io.guildhall.application.session.SignIn;
import io.guildhall.application.session.SignInByIdentity;
import io.guildhall.application.session.SignOut;
import io.guildhall.application.session.ViewSession;
import io.guildhall.domain.shared.Transactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Being signed in with a browser; sessions go by the world's clock, as keys do. */
@Singleton
final class SessionWiring {

    @Produces
    @Singleton
    SignIn signIn(
            Transactions transactions,
            Authenticate authenticate,
            Sessions sessions,
            RandomSource random,
            InstantSource clock) {
        return new SignIn(transactions, authenticate, sessions, random, clock);
    }

    @Produces
    @Singleton
    SignInByIdentity signInByIdentity(
            Transactions transactions,
            Logins logins,
            Sessions sessions,
            RandomSource random,
            InstantSource clock) {
        return new SignInByIdentity(transactions, logins, sessions, random, clock);
    }

    @Produces
    @Singleton
    SignOut signOut(Transactions transactions, Sessions sessions) {
        return new SignOut(transactions, sessions);
    }

    @Produces
    @Singleton
    ViewSession viewSession(
            Transactions transactions,
            Sessions sessions,
            Authenticate authenticate,
            InstantSource clock) {
        return new ViewSession(transactions, sessions, authenticate, clock);
    }
}
