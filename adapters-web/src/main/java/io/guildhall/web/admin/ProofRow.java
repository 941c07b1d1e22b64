package io.guildhall.web.admin;

import io.guildhall.domain.ledger.LedgerProof.Total;
import io.guildhall.domain.money.Money;
import io.guildhall.web.page.Amounts;

/** What lies on all accounts of one kind. */
public record ProofRow(String kind, String currency, long accounts, String sum) {

    static ProofRow of(Total total) {
        return new ProofRow(
                total.kind().word(),
                total.currency().name(),
                total.accounts(),
                Amounts.text(new Money(total.units(), total.currency())).replace('-', '−'));
    }
}
