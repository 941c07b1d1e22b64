package io.guildhall.domain.ledger;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.ledger.LedgerError.InsufficientFunds;
import io.guildhall.domain.money.Currency;
import org.junit.jupiter.api.Test;

class LedgerErrorTest {

    @Test
    void whoHasTooLittleIsToldAtWhichPathItsBalanceIs() {
        assertThat(new InsufficientFunds(Account.available(ANN, Currency.USD), usd(500)).message())
                .contains("(GET /api/balance shows what is available)");
    }
}
