package io.guildhall.web.money;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Moment;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as one of the operator's accounts saw it.
 *
 * @param status null once it is posted, as nearly all are
 */
public record StatementRow(
        Moment at,
        String what,
        Link cause,
        String account,
        String counterparty,
        String amount,
        boolean isGain,
        @Nullable Chip status) {

    static StatementRow of(Entry entry, OperatorId reader, Instant now) {
        Transfer transfer = entry.transfer();
        boolean gain = entry.amount().isPositive();
        return new StatementRow(
                Moment.of(transfer.at(), now),
                sentence(transfer.purpose().name()),
                Link.to(transfer.cause()),
                name(entry.account(), reader),
                name(entry.counterparty(), reader),
                (gain ? "+" : "") + Amounts.text(entry.amount()).replace('-', '−'),
                gain,
                status(transfer.status()));
    }

    private static @Nullable Chip status(TransferStatus status) {
        return switch (status) {
            case PENDING -> Chip.busy("Pending");
            case POSTED -> null;
            case VOIDED -> Chip.calm("Voided");
        };
    }

    /** Whose account it is concerns nobody but its holder. */
    private static String name(Account account, OperatorId reader) {
        String kind = account.kind().word();
        String place = sentence(kind.substring(kind.indexOf(':') + 1));
        String owner = kind.substring(0, kind.indexOf(':'));
        return switch (owner) {
            case "operator" -> reader.equals(account.holder()) ? place : "Another operator";
            case "external" -> "Outside (" + place.toLowerCase(Locale.ENGLISH) + ")";
            case "platform" -> "Platform " + place.toLowerCase(Locale.ENGLISH);
            default -> place;
        };
    }

    private static String sentence(String word) {
        String plain = word.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ENGLISH);
        return plain.substring(0, 1).toUpperCase(Locale.ENGLISH) + plain.substring(1);
    }
}
