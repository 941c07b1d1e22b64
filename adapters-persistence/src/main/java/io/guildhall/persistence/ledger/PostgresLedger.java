package io.guildhall.persistence.ledger;

import static io.guildhall.domain.ledger.Account.Kind.BOUNTY_ESCROW;
import static io.guildhall.domain.ledger.Account.Kind.CLAIM_STAKE;
import static io.guildhall.domain.ledger.Account.Kind.OPERATOR_AVAILABLE;
import static io.guildhall.domain.ledger.Account.Kind.OPERATOR_IN_TRANSIT;
import static io.guildhall.domain.ledger.Account.Kind.PROJECT_BUDGET;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.LedgerError.InsufficientFunds;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.ledger.Statement;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.ledger.TransferId;
import io.guildhall.domain.ledger.TransferStatus;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Subject;
import io.guildhall.persistence.shared.Sql;
import io.guildhall.persistence.shared.Words;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ledger in PostgreSQL. Each account keeps its balance, which only conditional updates change:
 * a debit that is not covered finds no row.
 */
@Singleton
public final class PostgresLedger implements Ledger {

    private static final String SPEND =
            """
            UPDATE account SET balance = balance + ?, pending_out = pending_out + ?
            WHERE code = ? AND currency = ? AND balance - pending_out + ? >= 0
            """;

    /** Also makes the account, with the first movement on it. */
    private static final String RECEIVE =
            """
            INSERT INTO account AS a (code, currency, kind, owner_id, holder_id, balance, pending_out)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (code, currency) DO UPDATE
            SET balance = a.balance + excluded.balance, pending_out = a.pending_out + excluded.pending_out
            """;

    /** For an account that is there and owes nothing by it. */
    private static final String ADJUST =
            """
            UPDATE account SET balance = balance + ?, pending_out = pending_out + ?
            WHERE code = ? AND currency = ?
            """;

    private static final String PENDING =
            TransferMapping.SELECT + "WHERE t.id = ? AND t.status = 'pending' FOR UPDATE OF t";

    private static final String SETTLE =
            "UPDATE transfer SET status = ?, settled_at = ? WHERE id = ?";

    private static final String SPENDABLE =
            "SELECT balance - pending_out AS units FROM account WHERE code = ? AND currency = ?";

    /** Its code stays, so that transfers may go on referring to it. */
    private static final String LOCK = SPENDABLE + " FOR NO KEY UPDATE";

    /** Of those in which something lies: every bounty and every stake leaves an empty one. */
    private static final String SUMS =
            """
            SELECT currency, kind, sum(balance)::bigint AS posted, sum(pending_out)::bigint AS pending
            FROM account WHERE holder_id = ? AND NOT empty GROUP BY currency, kind
            """;

    /** The newest of both sides, found by two short index scans; a transfer may be on both. */
    private static final String ENTRIES =
            TransferMapping.SELECT
                    + """
                    WHERE t.id IN (
                        (SELECT id FROM transfer WHERE debit_holder = ? AND id < ? ORDER BY id DESC LIMIT ?)
                        UNION
                        (SELECT id FROM transfer WHERE credit_holder = ? AND id < ? ORDER BY id DESC LIMIT ?))
                    ORDER BY t.id DESC LIMIT ?
                    """;

    private static final String CAUSED_BY =
            TransferMapping.SELECT
                    + """
                    JOIN unnest(?::text[], ?::uuid[]) AS cause (kind, id)
                        ON t.cause_id = cause.id AND t.cause_kind = cause.kind
                    ORDER BY t.id LIMIT ?
                    """;

    /** The kind is no parameter: so the planner sees that the index of those who owe applies. */
    private static final String PAYABLE_DEBTS =
            """
            SELECT debt.holder_id, debt.currency
            FROM account AS debt
            JOIN account AS available
                ON available.code = 'operator:' || debt.holder_id || ':available:' || debt.currency
                AND available.currency = debt.currency
            WHERE debt.kind = 'operator:debt' AND debt.balance - debt.pending_out < 0
                AND available.balance - available.pending_out > 0
            ORDER BY debt.code LIMIT ?
            """;

    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final Sql sql;
    private final InstantSource clock;

    PostgresLedger(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void post(List<Transfer> transfers) {
        if (transfers.stream().anyMatch(transfer -> transfer.status() == TransferStatus.VOIDED)) {
            throw new IllegalArgumentException("A transfer is not made voided");
        }
        Movement.of(transfers).forEach((account, movement) -> move(account, movement, transfers));
        sql.insert(
                TransferMapping.INSERT, transfers.stream().map(TransferMapping::values).toList());
    }

    @Override
    public void settle(TransferId id, TransferStatus outcome, Instant now) {
        if (outcome == TransferStatus.PENDING) {
            throw new IllegalStateException("Pending is no outcome");
        }
        Transfer pending =
                sql.first(PENDING, TransferMapping::read, id.value())
                        .orElseThrow(() ->
                                new IllegalStateException("Transfer " + id + " is not pending"));
        sql.changeLater(SETTLE, Words.of(outcome), now, id.value());
        Movement.settling(pending, outcome).forEach(this::adjust);
    }

    @Override
    public Money spendable(Account account) {
        return spendable(account, SPENDABLE);
    }

    @Override
    public Money lock(Account account) {
        return spendable(account, LOCK);
    }

    private Money spendable(Account account, String query) {
        long units =
                sql.first(
                                query,
                                row -> row.number("units"),
                                account.code(),
                                account.currency().word())
                        .orElse(0L);
        return new Money(units, account.currency());
    }

    @Override
    public List<Balance> balancesOf(OperatorId operator) {
        Map<Currency, Map<Account.Kind, Movement>> sums =
                sql
                        .list(
                                SUMS,
                                row ->
                                        new Sum(
                                                Words.parse(Currency.class, row.text("currency")),
                                                TransferMapping.kind(row.text("kind")),
                                                new Movement(
                                                        row.number("posted"),
                                                        row.number("pending"))),
                                operator.value())
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Sum::currency, Collectors.toMap(Sum::kind, Sum::movement)));
        return Arrays.stream(Currency.values())
                .map(currency -> balance(currency, sums.getOrDefault(currency, Map.of())))
                .toList();
    }

    @Override
    public Page<Entry> entriesOf(OperatorId operator, PageRequest page) {
        UUID holder = operator.value();
        UUID after = Optional.ofNullable(page.after()).orElse(BEHIND_ALL);
        int limit = page.limit() + 1;
        Page<Transfer> transfers =
                Page.of(
                        sql.list(
                                ENTRIES,
                                TransferMapping::read,
                                holder,
                                after,
                                limit,
                                holder,
                                after,
                                limit,
                                limit),
                        page.limit());
        return new Page<>(
                transfers.items().stream()
                        .flatMap(transfer -> entries(transfer, operator))
                        .toList(),
                transfers.hasMore());
    }

    @Override
    public List<Transfer> causedBy(Collection<Subject> causes, int limit) {
        return sql.list(
                CAUSED_BY,
                TransferMapping::read,
                causes.stream().map(cause -> Words.of(cause.kind())).toList(),
                causes.stream().map(cause -> cause.id().toString()).toList(),
                limit);
    }

    @Override
    public Optional<Statement> statement(
            OperatorId operator, Currency currency, Instant from, Instant to, int transfersMax) {
        UUID holder = operator.value();
        String word = currency.word();
        List<Transfer> transfers =
                sql.list(
                        Statements.WITHIN,
                        TransferMapping::read,
                        holder,
                        word,
                        from,
                        to,
                        holder,
                        word,
                        from,
                        to,
                        transfersMax + 1);
        if (transfers.size() > transfersMax) {
            return Optional.empty();
        }
        long opening =
                sql.first(
                                Statements.OPENING,
                                row -> row.number("units"),
                                holder,
                                word,
                                from,
                                holder,
                                word,
                                from)
                        .orElse(0L);
        return Optional.of(
                Statements.of(
                        from,
                        to,
                        new Money(opening, currency),
                        transfers.stream()
                                .flatMap(transfer -> entries(transfer, operator))
                                .toList()));
    }

    @Override
    public Map<Subject, Money> movedThrough(Account outside) {
        Map<Subject, Money> moved = new HashMap<>();
        sql.list(
                        Statements.MOVED,
                        row ->
                                Map.entry(
                                        TransferMapping.cause(row),
                                        new Money(row.number("units"), outside.currency())),
                        outside.code(),
                        outside.currency().word(),
                        outside.code(),
                        outside.currency().word())
                .forEach(entry -> moved.put(entry.getKey(), entry.getValue()));
        return moved;
    }

    @Override
    public List<Account> payableDebts(int limit) {
        return sql.list(
                PAYABLE_DEBTS,
                row ->
                        Account.debt(
                                new OperatorId(row.uuid("holder_id")),
                                Words.parse(Currency.class, row.text("currency"))),
                limit);
    }

    @Override
    public LedgerProof prove() {
        return new Proof(sql).asOf(clock.instant());
    }

    private void move(Account account, Movement movement, List<Transfer> transfers) {
        if (movement.spendable() >= 0 || account.kind().mayBeNegative()) {
            sql.changeLater(
                    RECEIVE,
                    account.code(),
                    account.currency().word(),
                    account.kind().word(),
                    account.owner(),
                    TransferMapping.holder(account),
                    movement.balance(),
                    movement.pendingOut());
            return;
        }
        int spent =
                sql.change(
                        SPEND,
                        movement.balance(),
                        movement.pendingOut(),
                        account.code(),
                        account.currency().word(),
                        movement.spendable());
        if (spent == 0) {
            throw new RefusedException(
                    new InsufficientFunds(account, neededFrom(account, transfers)));
        }
    }

    private void adjust(Account account, Movement movement) {
        sql.changeLater(
                ADJUST,
                movement.balance(),
                movement.pendingOut(),
                account.code(),
                account.currency().word());
    }

    private static Money neededFrom(Account account, List<Transfer> transfers) {
        return transfers.stream()
                .filter(transfer -> transfer.debit().equals(account))
                .map(Transfer::amount)
                .reduce(Money.zero(account.currency()), Money::plus);
    }

    /** What one operator's accounts of one kind hold together. */
    private record Sum(Currency currency, Account.Kind kind, Movement movement) {}

    private static Balance balance(Currency currency, Map<Account.Kind, Movement> sums) {
        return new Balance(
                currency,
                new Money(sumOf(OPERATOR_AVAILABLE, sums).spendable(), currency),
                new Money(
                        Math.addExact(
                                sumOf(BOUNTY_ESCROW, sums).balance(),
                                sumOf(CLAIM_STAKE, sums).balance()
                                        + sumOf(PROJECT_BUDGET, sums).balance()),
                        currency),
                new Money(sumOf(OPERATOR_IN_TRANSIT, sums).balance(), currency));
    }

    private static Movement sumOf(Account.Kind kind, Map<Account.Kind, Movement> sums) {
        return sums.getOrDefault(kind, new Movement(0, 0));
    }

    private static Stream<Entry> entries(Transfer transfer, OperatorId operator) {
        Money amount = transfer.amount();
        Money paid = Money.zero(amount.currency()).minus(amount);
        return Stream.of(
                        new Entry(transfer, transfer.debit(), transfer.credit(), paid),
                        new Entry(transfer, transfer.credit(), transfer.debit(), amount))
                .filter(entry -> operator.equals(entry.account().holder()));
    }
}
