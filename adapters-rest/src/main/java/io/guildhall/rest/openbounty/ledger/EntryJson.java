package io.guildhall.rest.openbounty.ledger;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Subject;
import io.guildhall.rest.openbounty.Amount;
import io.guildhall.wire.id.Dress;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One transfer as one of the caller's accounts sees it. */
@Schema(name = "LedgerEntry")
@JsonNaming(SnakeCaseStrategy.class)
public record EntryJson(
        @Schema(description = "The transfer's id; its other side has the same.") String id,
        String account,
        @Schema(description = "Of another party's account only its kind.") String counterparty,
        @Schema(description = "What the account gained; below zero where it paid.")
                long amountCents,
        @Nullable String amountUnits,
        String currency,
        @Schema(
                        description =
                                "top_up, escrow, refund, payout, fee, withdrawal, return, stake,"
                                        + " stake_return, stake_forfeit, budget, processor_fee,"
                                        + " chargeback, chargeback_won or debt")
                String purpose,
        @Schema(description = "pending, posted or voided") String status,
        Cause cause,
        Instant createdAt,
        @Schema(description = "When it moved its money, by which statements count it.")
                @Nullable Instant postedAt) {

    /** What the money moved for. */
    @Schema(name = "LedgerEntryCause")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Cause(String kind, String id) {

        static Cause of(Subject subject) {
            return new Cause(word(subject.kind()), OpenBountyIds.of(subject));
        }
    }

    public static EntryJson of(Entry entry, OperatorId reader) {
        Transfer transfer = entry.transfer();
        return new EntryJson(
                OpenBountyIds.TRANSFER.on(transfer.id().value()),
                account(entry.account(), reader),
                account(entry.counterparty(), reader),
                entry.amount().cents(),
                Amount.units(entry.amount()),
                entry.amount().currency().word(),
                word(transfer.purpose()),
                word(transfer.status()),
                Cause.of(transfer.cause()),
                transfer.at(),
                transfer.status() == TransferStatus.POSTED ? transfer.countsFrom() : null);
    }

    /** Whose account it is concerns nobody but its holder. */
    private static String account(Account account, OperatorId reader) {
        UUID owner = account.owner();
        if (owner == null || !reader.equals(account.holder())) {
            return account.kind().word();
        }
        Dress dress =
                switch (account.kind()) {
                    case BOUNTY_ESCROW -> OpenBountyIds.BOUNTY;
                    case CLAIM_STAKE -> OpenBountyIds.CLAIM;
                    case PROJECT_BUDGET -> OpenBountyIds.PROJECT;
                    case OPERATOR_AVAILABLE,
                            OPERATOR_IN_TRANSIT,
                            EXTERNAL_SANDBOX,
                            EXTERNAL_CHAIN,
                            PLATFORM_FEES,
                            PLATFORM_TREASURY,
                            EXTERNAL_STRIPE,
                            OPERATOR_DEBT,
                            PLATFORM_COSTS ->
                            OpenBountyIds.OPERATOR;
                };
        return account.code().replace(owner.toString(), dress.on(owner));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
