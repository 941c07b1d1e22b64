package io.guildhall.domain.payee;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rail's own desk, where accounts are opened and payees say who they are. Never called inside a
 * unit of work.
 *
 * <p>Whatever it does not answer clearly is refused with {@link
 * io.guildhall.domain.rail.RailUnavailable}; asked again by the same key it opens no second
 * account.
 */
public interface PayeeOnboarding {

    /** Whether somebody there can be paid; told before any work begins. */
    boolean serves(String country);

    /**
     * @return what the rail calls the account
     */
    String open(Application application);

    /** The page at which the payee says what the rail wants to know. */
    Page page(String reference);

    Facts facts(String reference);

    record Application(UUID key, String operator, String email, String country) {}

    /** Good once, and until then. */
    record Page(URI url, Instant expiresAt) {}

    /**
     * What the rail says of an account.
     *
     * @param payable whether it pays out to it now
     * @param required what it still wants to know, in its own words
     * @param reason why it does not pay, in its own words
     * @param destination by which the bank account behind it can be told from another
     */
    record Facts(
            boolean payable,
            List<String> required,
            @Nullable String reason,
            @Nullable String destination) {

        public Facts {
            required = List.copyOf(required);
        }
    }
}
