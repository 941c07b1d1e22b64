package io.guildhall.rest.openbounty.ledger;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole ledger counted again. */
@Schema(name = "LedgerProof")
@JsonNaming(SnakeCaseStrategy.class)
public record ProofJson(
        Instant asOf,
        @Schema(description = "Whether every sum is as it must be.") boolean balances,
        long transfers,
        List<CurrencyJson> currencies,
        @Schema(description = "Empty in a sound ledger.") List<DifferenceJson> differences) {

    /** All accounts in one currency; their units add up to zero. */
    @Schema(name = "LedgerProofCurrency")
    @JsonNaming(SnakeCaseStrategy.class)
    public record CurrencyJson(
            String currency,
            List<AccountsJson> accounts,
            String totalUnits,
            @Schema(description = "What lies behind each rail, by the ledger.")
                    List<ReserveJson> reserves,
            @Schema(
                            description =
                                    "What is owed to everybody, the platform included; the reserves together.")
                    String owedUnits) {

        static CurrencyJson of(Currency currency, LedgerProof proof) {
            var totals =
                    proof.totals().stream().filter(total -> total.currency() == currency).toList();
            return new CurrencyJson(
                    currency.word(),
                    totals.stream().map(AccountsJson::of).toList(),
                    totals.stream()
                            .map(total -> BigInteger.valueOf(total.units()))
                            .reduce(BigInteger.ZERO, BigInteger::add)
                            .toString(),
                    totals.stream().filter(ProofJson::isOutside).map(ReserveJson::of).toList(),
                    totals.stream()
                            .filter(total -> !isOutside(total))
                            .map(total -> BigInteger.valueOf(total.units()))
                            .reduce(BigInteger.ZERO, BigInteger::add)
                            .toString());
        }
    }

    /** What the world behind one rail has of this market's money. */
    @Schema(name = "LedgerProofReserve")
    @JsonNaming(SnakeCaseStrategy.class)
    public record ReserveJson(String rail, String heldUnits) {

        static ReserveJson of(LedgerProof.Total outside) {
            return new ReserveJson(
                    outside.kind().word(), BigInteger.valueOf(outside.units()).negate().toString());
        }
    }

    private static boolean isOutside(LedgerProof.Total total) {
        return total.kind().word().startsWith("external:");
    }

    /** All accounts of one kind, credits minus debits. */
    @Schema(name = "LedgerProofAccounts")
    @JsonNaming(SnakeCaseStrategy.class)
    public record AccountsJson(String kind, long count, String units, long cents) {

        static AccountsJson of(LedgerProof.Total total) {
            return new AccountsJson(
                    total.kind().word(),
                    total.accounts(),
                    Long.toString(total.units()),
                    new Money(total.units(), total.currency()).cents());
        }
    }

    /** An account whose stored balance is not what its transfers add up to. */
    @Schema(name = "LedgerProofDifference")
    @JsonNaming(SnakeCaseStrategy.class)
    public record DifferenceJson(String account, String storedUnits, String countedUnits) {

        static DifferenceJson of(LedgerProof.Difference difference) {
            return new DifferenceJson(
                    difference.account(),
                    Long.toString(difference.storedUnits()),
                    Long.toString(difference.countedUnits()));
        }
    }

    public static ProofJson of(LedgerProof proof) {
        return new ProofJson(
                proof.asOf(),
                proof.balances(),
                proof.transfers(),
                Arrays.stream(Currency.values())
                        .map(currency -> CurrencyJson.of(currency, proof))
                        .toList(),
                proof.differences().stream().map(DifferenceJson::of).toList());
    }
}
