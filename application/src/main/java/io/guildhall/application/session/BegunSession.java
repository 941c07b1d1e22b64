package io.guildhall.application.session;

import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.Sessions;
import io.guildhall.application.access.Sessions.Session;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Makes tokens that nobody can guess, and keeps what they stand for. */
final class BegunSession {

    private static final int TOKEN_BYTES = 32;

    private BegunSession() {}

    /**
     * @return the token, which is told to the browser now and to nobody ever again
     */
    static String of(
            Sessions sessions,
            RandomSource random,
            OperatorId operator,
            @Nullable CredentialId credential,
            Instant now) {
        String token =
                Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(TOKEN_BYTES));
        sessions.add(new Session(KeyHash.of(token), operator, credential, now, now));
        return token;
    }
}
