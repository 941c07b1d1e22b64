package io.guildhall.web.payment;

import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.payee.PayeeAccount;
import io.guildhall.domain.payee.PayeeStatus;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator's withdrawals go.
 *
 * @param mark tells this account from one that takes its place
 * @param required what Stripe still wants to know
 * @param reason why Stripe pays nothing, in its own words; null where it does, or has not looked
 * @param usableFrom nothing is sent there before; null when that is over
 */
public record PayeeView(
        Chip status,
        String country,
        String countryCode,
        String mark,
        String explained,
        boolean payable,
        List<String> required,
        @Nullable String reason,
        @Nullable Moment usableFrom,
        Moment changed) {

    static PayeeView of(PayeeAccount account, Instant now) {
        PayeeStatus status = account.status();
        List<String> required =
                status instanceof PayeeStatus.Incomplete incomplete
                        ? incomplete.required().stream().map(PayeeView::plain).toList()
                        : List.of();
        String reason =
                status instanceof PayeeStatus.Incomplete incomplete ? incomplete.reason() : null;
        return new PayeeView(
                chip(status),
                Countries.name(account.country()),
                account.country(),
                mark(account),
                explained(status),
                status instanceof PayeeStatus.Payable,
                required,
                reason == null ? null : plain(reason),
                now.isBefore(account.usableFrom()) ? Moment.of(account.usableFrom(), now) : null,
                Moment.of(account.updatedAt(), now));
    }

    static String mark(PayeeAccount account) {
        return KeyHash.of(account.key().toString()).hex();
    }

    private static Chip chip(PayeeStatus status) {
        return switch (status) {
            case PayeeStatus.Requested _ -> Chip.busy("Being opened");
            case PayeeStatus.Incomplete _ -> Chip.warn("Waits for you");
            case PayeeStatus.Payable _ -> Chip.good("Ready");
        };
    }

    private static String explained(PayeeStatus status) {
        return switch (status) {
            case PayeeStatus.Requested _ ->
                    "The account is not open at Stripe yet. Go on there to open it.";
            case PayeeStatus.Incomplete _ ->
                    "Stripe pays nothing out to it yet. Tell it there what it asks for.";
            case PayeeStatus.Payable _ -> "Stripe pays out to it.";
        };
    }

    /** {@code individual.verification.document} is for programs. */
    private static String plain(String word) {
        return word.replace(".", ": ").replace('_', ' ');
    }
}
