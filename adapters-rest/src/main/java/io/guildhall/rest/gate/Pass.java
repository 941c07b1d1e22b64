package io.guildhall.rest.gate;

import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.Suspension;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * As whom a request was let in, and what must still hold for it to stay longer than a moment.
 *
 * @param until when the token that was shown expires; null when it was a key
 * @param suspension why it may do next to nothing but read; null for almost everybody
 */
public record Pass(
        Caller caller,
        CredentialId credential,
        @Nullable Instant until,
        @Nullable Suspension suspension) {}
