package io.guildhall.domain.payee;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payee.PayeeError.PayeeNotInStatus;
import io.guildhall.domain.payee.PayeeEvent.PayoutDestinationChanged;
import io.guildhall.domain.payee.PayeeOnboarding.Facts;
import io.guildhall.domain.payee.PayeeStatus.Incomplete;
import io.guildhall.domain.payee.PayeeStatus.Payable;
import io.guildhall.domain.payee.PayeeStatus.Requested;
import io.guildhall.domain.shared.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator's withdrawals go: one account at the rail, until it is replaced. Whoever takes
 * over an operator's key must not be able to empty its balance into an account of its own unseen,
 * so another destination is told of and used only after some days.
 *
 * @param key under which the rail is asked to open it, so that asking again opens no second one
 * @param reference as the rail names it; null until it is open
 * @param destination by which the bank account behind it can be told from another; null when the
 *     rail does not say
 * @param usableFrom nothing is paid out to it before
 * @param lookAt when a worker asks the rail about it; null when there is no need
 */
public record PayeeAccount(
        OperatorId operator,
        UUID key,
        String country,
        @Nullable String reference,
        PayeeStatus status,
        @Nullable String destination,
        Instant usableFrom,
        @Nullable Instant lookAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** How long another destination is not paid to. */
    public static final Duration COOL_DOWN = Duration.ofDays(3);

    private static final Duration LOOK_LEASE = Duration.ofMinutes(2);

    /** Without a word from the rail an incomplete account is looked at so often. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(6);

    public static PayeeAccount request(OperatorId operator, UUID key, String country, Instant now) {
        return new PayeeAccount(
                operator, key, country, null, new Requested(), null, now, null, now, now, 0);
    }

    /** The rail has opened it. */
    public Decision<PayeeAccount> opened(String given, Instant now) {
        return switch (status) {
            case Requested _ ->
                    accept(
                            new PayeeAccount(
                                    operator,
                                    key,
                                    country,
                                    given,
                                    new Incomplete(List.of(), null),
                                    destination,
                                    usableFrom,
                                    now,
                                    createdAt,
                                    now,
                                    version));
            case Incomplete _, Payable _ when given.equals(reference) -> accept(this);
            case Incomplete _, Payable _ -> refuse(new PayeeNotInStatus(status));
        };
    }

    /** Another account takes its place; the same key may then not be asked again. */
    public Decision<PayeeAccount> replace(UUID newKey, String newCountry, Instant now) {
        return switch (status) {
            case Requested _ -> accept(anew(newKey, newCountry, usableFrom, now));
            case Incomplete _ when destination == null ->
                    accept(anew(newKey, newCountry, usableFrom, now));
            case Incomplete _, Payable _ -> {
                Instant from = now.plus(COOL_DOWN);
                yield accept(
                        anew(newKey, newCountry, from, now),
                        new PayoutDestinationChanged(operator, from));
            }
        };
    }

    /** Something may have happened to it at the rail. */
    public Decision<PayeeAccount> ring(Instant now) {
        return switch (status) {
            case Requested _ -> refuse(new PayeeNotInStatus(status));
            case Incomplete _, Payable _ -> accept(lookingAt(now));
        };
    }

    /** Takes it up for one look, also after a worker died in the middle of one. */
    public Decision<PayeeAccount> look(Instant now) {
        return switch (status) {
            case Requested _ -> refuse(new PayeeNotInStatus(status));
            case Incomplete _, Payable _ -> accept(lookingAt(now.plus(LOOK_LEASE)));
        };
    }

    /** What the rail says of it now. */
    public Decision<PayeeAccount> told(Facts facts, Instant now) {
        return switch (status) {
            case Requested _ -> refuse(new PayeeNotInStatus(status));
            case Incomplete _, Payable _ -> {
                boolean moved =
                        destination != null
                                && facts.destination() != null
                                && !Objects.equals(destination, facts.destination());
                Instant from = moved ? now.plus(COOL_DOWN) : usableFrom;
                var next =
                        new PayeeAccount(
                                operator,
                                key,
                                country,
                                reference,
                                facts.payable()
                                        ? new Payable()
                                        : new Incomplete(facts.required(), facts.reason()),
                                facts.destination() == null ? destination : facts.destination(),
                                from,
                                lookNext(facts.payable(), from, now),
                                createdAt,
                                now,
                                version);
                yield moved
                        ? accept(next, new PayoutDestinationChanged(operator, from))
                        : accept(next);
            }
        };
    }

    /** Whether something can be paid out to it at that time. */
    public boolean isUsable(Instant now) {
        return status instanceof Payable && !now.isBefore(usableFrom);
    }

    /** The same as it is kept, with the version it is kept as. */
    public PayeeAccount atVersion(long kept) {
        return new PayeeAccount(
                operator,
                key,
                country,
                reference,
                status,
                destination,
                usableFrom,
                lookAt,
                createdAt,
                updatedAt,
                kept);
    }

    private static @Nullable Instant lookNext(boolean payable, Instant from, Instant now) {
        if (!payable) {
            return now.plus(LOOK_AGAIN);
        }
        return now.isBefore(from) ? from : null;
    }

    private PayeeAccount anew(UUID newKey, String newCountry, Instant from, Instant now) {
        return new PayeeAccount(
                operator,
                newKey,
                newCountry,
                null,
                new Requested(),
                null,
                from,
                null,
                createdAt,
                now,
                version);
    }

    private PayeeAccount lookingAt(Instant time) {
        return new PayeeAccount(
                operator,
                key,
                country,
                reference,
                status,
                destination,
                usableFrom,
                time,
                createdAt,
                updatedAt,
                version);
    }
}
