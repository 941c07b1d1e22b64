package io.guildhall.application.contract;

import static io.guildhall.domain.ledger.TransferStatus.PENDING;
import static io.guildhall.domain.ledger.TransferStatus.POSTED;
import static io.guildhall.domain.money.Currency.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.ledger.Purpose;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.Subject;
import java.util.List;
import java.util.Objects;

/** The words in which both contracts of the ledger speak. */
abstract class LedgerMoves extends PortContract {

    final void post(Transfer... transfers) {
        unit(() -> ports().ledger().post(List.of(transfers)));
    }

    final void settle(TransferId transfer, TransferStatus outcome) {
        unit(() -> ports().ledger().settle(transfer, outcome, clock.instant()));
    }

    final Money spendable(Account account) {
        return unit(() -> ports().ledger().spendable(account));
    }

    final void assertProven() {
        LedgerProof proof = unit(() -> ports().ledger().prove());
        assertThat(proof.differences()).isEmpty();
        assertThat(proof.balances()).isTrue();
    }

    final Operator operatorWith(Money amount) {
        Operator operator = operator();
        Account outside = Account.externalSandbox(amount.currency());
        post(move(outside, Account.available(operator.id(), amount.currency()), amount));
        return operator;
    }

    final Account escrowOf(Operator poster) {
        return Account.escrow(openBounty(poster).id(), poster.id(), USD);
    }

    /** Of a claim of the operator's agent. */
    final Account stakeOf(Operator operator) {
        ClaimId claim = activeClaim(openBounty(operator()), agentOf(operator)).id();
        return Account.stake(claim, operator.id(), USD);
    }

    static Account available(Operator operator) {
        return Account.available(operator.id(), USD);
    }

    final Transfer move(Account debit, Account credit, Money amount) {
        return move(debit, credit, amount, Purpose.ESCROW);
    }

    final Transfer move(Account debit, Account credit, Money amount, Purpose purpose) {
        return transfer(debit, credit, amount, POSTED, purpose);
    }

    final Transfer pending(Account debit, Account credit, Money amount) {
        return transfer(debit, credit, amount, PENDING, Purpose.WITHDRAWAL);
    }

    private Transfer transfer(
            Account debit, Account credit, Money amount, TransferStatus status, Purpose purpose) {
        Account owned =
                debit.owner() == null || credit.kind() == Account.Kind.CLAIM_STAKE ? credit : debit;
        Subject.Kind kind =
                switch (owned.kind()) {
                    case BOUNTY_ESCROW -> Subject.Kind.BOUNTY;
                    case CLAIM_STAKE -> Subject.Kind.CLAIM;
                    case PROJECT_BUDGET -> Subject.Kind.PROJECT;
                    case EXTERNAL_SANDBOX,
                            EXTERNAL_CHAIN,
                            OPERATOR_AVAILABLE,
                            OPERATOR_IN_TRANSIT,
                            PLATFORM_FEES,
                            PLATFORM_TREASURY,
                            EXTERNAL_STRIPE,
                            OPERATOR_DEBT,
                            PLATFORM_COSTS ->
                            Subject.Kind.OPERATOR;
                };
        return new Transfer(
                new TransferId(ids.next()),
                debit,
                credit,
                amount,
                status,
                purpose,
                new Subject(kind, Objects.requireNonNull(owned.owner())),
                clock.instant());
    }
}
