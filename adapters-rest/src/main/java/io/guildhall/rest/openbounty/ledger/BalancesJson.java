package io.guildhall.rest.openbounty.ledger;

import io.guildhall.domain.ledger.Balance;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an operator has. */
@Schema(name = "Balances")
public record BalancesJson(List<BalanceJson> balances) {

    public static BalancesJson of(List<Balance> balances) {
        return new BalancesJson(balances.stream().map(BalanceJson::of).toList());
    }
}
