package io.guildhall.rest.openbounty.ledger;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.party.PartyFixture.NOW;
import static io.guildhall.rest.openbounty.Shown.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.ledger.LedgerProof.Total;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Subject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerJsonTest {

    private static final Transfer PAYOUT =
            new Transfer(
                    new TransferId(new UUID(0x0198_0000_0000_7000L, 0x50)),
                    Account.escrow(BOUNTY, ANN, Currency.USD),
                    Account.available(BOB, Currency.USD),
                    usd(13_500),
                    TransferStatus.POSTED,
                    Purpose.PAYOUT,
                    new Subject(Subject.Kind.PAYOUT, new UUID(0x0198_0000_0000_7000L, 0x40)),
                    NOW);

    @Test
    void anEntryShowsOfTheOtherPartyOnlyTheKindOfItsAccount() {
        var entry = new Entry(PAYOUT, PAYOUT.debit(), PAYOUT.credit(), usd(-13_500));

        assertThat(json(EntryJson.of(entry, ANN)))
                .isEqualTo(
                        """
                        {
                          "id": "trf_01K0000000E00000000000002G",
                          "account": "bounty:bnt_01K0000000E00000000000000G:escrow:usd",
                          "counterparty": "operator:available",
                          "amount_cents": -13500,
                          "amount_units": null,
                          "currency": "usd",
                          "purpose": "payout",
                          "status": "posted",
                          "cause": {
                            "kind": "payout",
                            "id": "pay_01K0000000E000000000000020"
                          },
                          "created_at": "2026-03-02T09:00:00Z",
                          "posted_at": "2026-03-02T09:00:00Z"
                        }\
                        """);
    }

    @Test
    void balancesShowEveryCurrency() {
        var usd = new Balance(Currency.USD, usd(5_000), usd(15_000), usd(0));
        var usdc =
                new Balance(Currency.USDC, new Money(1_999_999, Currency.USDC), usdc(0), usdc(7));

        assertThat(json(BalancesJson.of(List.of(usd, usdc))))
                .isEqualTo(
                        """
                        {
                          "balances": [ {
                            "currency": "usd",
                            "available_cents": 5000,
                            "held_cents": 15000,
                            "in_transit_cents": 0,
                            "available_units": null,
                            "held_units": null,
                            "in_transit_units": null
                          }, {
                            "currency": "usdc",
                            "available_cents": 199,
                            "held_cents": 0,
                            "in_transit_cents": 7,
                            "available_units": "1999999",
                            "held_units": "0",
                            "in_transit_units": "70000"
                          } ]
                        }\
                        """);
    }

    @Test
    void theProofAddsUpPerCurrency() {
        var proof =
                new LedgerProof(
                        NOW,
                        List.of(
                                new Total(Account.Kind.EXTERNAL_SANDBOX, Currency.USD, 1, -20_000),
                                new Total(
                                        Account.Kind.OPERATOR_AVAILABLE, Currency.USD, 2, 20_000)),
                        1,
                        List.of());

        assertThat(json(ProofJson.of(proof)))
                .isEqualTo(
                        """
                        {
                          "as_of": "2026-03-02T09:00:00Z",
                          "balances": true,
                          "transfers": 1,
                          "currencies": [ {
                            "currency": "usd",
                            "accounts": [ {
                              "kind": "external:sandbox",
                              "count": 1,
                              "units": "-20000",
                              "cents": -20000
                            }, {
                              "kind": "operator:available",
                              "count": 2,
                              "units": "20000",
                              "cents": 20000
                            } ],
                            "total_units": "0",
                            "reserves": [ {
                              "rail": "external:sandbox",
                              "held_units": "20000"
                            } ],
                            "owed_units": "20000"
                          }, {
                            "currency": "usdc",
                            "accounts": [ ],
                            "total_units": "0",
                            "reserves": [ ],
                            "owed_units": "0"
                          } ],
                          "differences": [ ]
                        }\
                        """);
    }
}
