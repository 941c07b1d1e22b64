package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.Authenticate;
import io.guildhall.application.access.Logins;
import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.Sessions;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.session.LinkIdentity;
import io.guildhall.application.session.SignIn;
import io.guildhall.application.session.SignInByIdentity;
import io.guildhall.application.session.SignOut;
import io.guildhall.application.session.SignUpByIdentity;
import io.guildhall.application.session.UnlinkIdentity;
import io.guildhall.application.session.ViewLogins;
import io.guildhall.application.session.ViewSession;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.domain.party.Suspensions;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.rest.problem.Envelopes;
import io.guildhall.web.oidc.OidcSettings;
import io.guildhall.web.visit.DoorPaths;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

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
            Suspensions suspensions,
            RandomSource random,
            InstantSource clock) {
        return new SignInByIdentity(transactions, logins, sessions, suspensions, random, clock);
    }

    @Produces
    @Singleton
    SignUpByIdentity signUpByIdentity(
            Transactions transactions,
            SignUpOperator signUp,
            Logins logins,
            Sessions sessions,
            RandomSource random,
            InstantSource clock) {
        return new SignUpByIdentity(transactions, signUp, logins, sessions, random, clock);
    }

    @Produces
    @Singleton
    LinkIdentity linkIdentity(Transactions transactions, Logins logins, InstantSource clock) {
        return new LinkIdentity(transactions, logins, clock);
    }

    @Produces
    @Singleton
    UnlinkIdentity unlinkIdentity(
            Transactions transactions, Logins logins, Sessions sessions, InstantSource clock) {
        return new UnlinkIdentity(transactions, logins, sessions, clock);
    }

    @Produces
    @Singleton
    ViewLogins viewLogins(Logins logins) {
        return new ViewLogins(logins);
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

    /** Where programs come, they are told of errors as programs are. */
    @Produces
    @Singleton
    DoorPaths doorPaths(Envelopes doors) {
        return new DoorPaths(path -> doors.at(path).isPresent());
    }

    @Produces
    @Singleton
    OidcSettings oidcSettings(GuildhallConfig config) {
        return read(config.oidc());
    }

    /** Half a setup stops the start. */
    static OidcSettings read(GuildhallConfig.Oidc oidc) {
        if (oidc.issuer().isEmpty()) {
            if (oidc.clientId().isPresent()
                    || oidc.clientSecret().isPresent()
                    || oidc.publicUrl().isPresent()) {
                throw new IllegalStateException(
                        "guildhall.oidc.issuer is missing, without which the rest of guildhall.oidc"
                                + " means nothing");
            }
            return OidcSettings.NONE;
        }
        return new OidcSettings(
                url("issuer", oidc.issuer()),
                needed("client-id", oidc.clientId()),
                oidc.clientSecret().orElse(null),
                url("public-url", oidc.publicUrl()),
                oidc.label());
    }

    private static String url(String name, Optional<String> given) {
        String url = needed(name, given);
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw new IllegalStateException(
                    "guildhall.oidc." + name + " must be an http or https URL");
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static String needed(String name, Optional<String> given) {
        return given.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() ->
                        new IllegalStateException(
                                "guildhall.oidc."
                                        + name
                                        + " is needed with guildhall.oidc.issuer"));
    }
}
