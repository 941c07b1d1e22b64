package io.guildhall.application.inmemory;

import static io.guildhall.domain.ledger.TransferStatus.PENDING;
import static io.guildhall.domain.ledger.TransferStatus.POSTED;
import static io.guildhall.domain.ledger.TransferStatus.VOIDED;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.LedgerError.InsufficientFunds;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.ledger.Purpose;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The ledger in memory. */
public final class InMemoryLedger implements Ledger {

    /**
     * What is kept of an account, so that nobody has to add its transfers up.
     *
     * @param posted credits less debits
     * @param pendingDebits on their way out
     */
    private record Stand(Account account, long posted, long pendingDebits) {

        long spendable() {
            return Math.subtractExact(posted, pendingDebits);
        }

        Stand plus(long morePosted, long morePending) {
            return new Stand(
                    account,
                    Math.addExact(posted, morePosted),
                    Math.addExact(pendingDebits, morePending));
        }
    }

    private final InMemoryTransactions transactions;
    private final InstantSource clock;
    private final Rows<TransferId, Transfer> transfers;
    private final Rows<Account, Stand> stands;

    public InMemoryLedger(InMemoryTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
        this.transfers = new Rows<>(transactions);
        this.stands = new Rows<>(transactions);
    }

    @Override
    public void post(List<Transfer> moved) {
        if (moved.stream().anyMatch(transfer -> transfer.status() == VOIDED)) {
            throw new IllegalArgumentException("A transfer is not made voided");
        }
        moved.forEach(this::add);
        Map<Account, Stand> next = new TreeMap<>();
        moved.forEach(transfer -> apply(transfer, next));
        next.values().forEach(stand -> mustBeCovered(stand, moved));
        next.forEach(stands::put);
    }

    private void add(Transfer transfer) {
        int once = onceFor(transfer.purpose());
        UUID cause = transfer.cause().id();
        if (once != 0
                && transfers.any(other ->
                        other.cause().id().equals(cause) && onceFor(other.purpose()) == once)) {
            throw new IllegalStateException(
                    "%s moves for %s once".formatted(transfer.purpose(), cause));
        }
        transfers.add(transfer.id(), transfer);
    }

    /** Of purposes with the same number a cause has one transfer; 0 where it may have many. */
    private static int onceFor(Purpose purpose) {
        return switch (purpose) {
            case STAKE -> 1;
            case STAKE_RETURN, STAKE_FORFEIT -> 2;
            case RETURN -> 3;
            case PAYOUT -> 4;
            case FEE -> 5;
            default -> 0;
        };
    }

    @Override
    public void settle(TransferId id, TransferStatus outcome, Instant now) {
        Transfer pending = transfers.find(id).orElseThrow(IllegalStateException::new);
        transfers.put(id, pending.settled(outcome, now));
        long units = pending.amount().units();
        long posted = outcome == POSTED ? units : 0;
        stands.put(pending.debit(), stand(pending.debit()).plus(-posted, -units));
        stands.put(pending.credit(), stand(pending.credit()).plus(posted, 0));
    }

    @Override
    public Money spendable(Account account) {
        return new Money(stand(account).spendable(), account.currency());
    }

    /** Units of work that change anything run one after the other. */
    @Override
    public Money lock(Account account) {
        return spendable(account);
    }

    @Override
    public List<Balance> balancesOf(OperatorId operator) {
        return transactions.alone(() ->
                Arrays.stream(Currency.values())
                        .map(currency -> balanceOf(operator, currency))
                        .toList());
    }

    @Override
    public Page<Entry> entriesOf(OperatorId operator, PageRequest page) {
        Page<Transfer> own =
                transfers.newestFirst(
                        transfer ->
                                isHeldBy(operator, transfer.debit())
                                        || isHeldBy(operator, transfer.credit()),
                        transfer -> transfer.id().value(),
                        page);
        return new Page<>(
                own.items().stream().flatMap(transfer -> entries(transfer, operator)).toList(),
                own.hasMore());
    }

    @Override
    public List<Transfer> causedBy(Collection<Subject> causes, int limit) {
        return transfers.where(transfer -> causes.contains(transfer.cause())).stream()
                .sorted(
                        Comparator.<Transfer, UUID>comparing(
                                transfer -> transfer.id().value(), Rows.BY_BYTES))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Statement> statement(
            OperatorId operator, Currency currency, Instant from, Instant to, int transfersMax) {
        List<Transfer> own =
                transfers
                        .where(transfer ->
                                transfer.status() == POSTED
                                        && transfer.amount().currency() == currency
                                        && transfer.countsFrom().isBefore(to)
                                        && (isHeldBy(operator, transfer.debit())
                                                || isHeldBy(operator, transfer.credit())))
                        .stream()
                        .sorted(
                                Comparator.comparing(Transfer::countsFrom)
                                        .thenComparing(
                                                transfer -> transfer.id().value(), Rows.BY_BYTES))
                        .toList();
        List<Transfer> within =
                own.stream().filter(transfer -> !transfer.countsFrom().isBefore(from)).toList();
        if (within.size() > transfersMax) {
            return Optional.empty();
        }
        Money closing =
                sum(own.stream().flatMap(transfer -> entries(transfer, operator)), currency);
        List<Entry> entries =
                within.stream().flatMap(transfer -> entries(transfer, operator)).toList();
        return Optional.of(
                new Statement(
                        from,
                        to,
                        closing.minus(sum(entries.stream(), currency)),
                        entries,
                        closing));
    }

    private static Money sum(Stream<Entry> entries, Currency currency) {
        return entries.map(Entry::amount).reduce(Money.zero(currency), Money::plus);
    }

    @Override
    public Map<Subject, Money> movedThrough(Account outside) {
        Map<Subject, Money> moved = new HashMap<>();
        for (Transfer transfer : transfers.where(transfer -> transfer.status() == POSTED)) {
            Money amount = transfer.amount();
            if (transfer.debit().equals(outside)) {
                moved.merge(transfer.cause(), amount, Money::plus);
            }
            if (transfer.credit().equals(outside)) {
                moved.merge(
                        transfer.cause(), Money.zero(amount.currency()).minus(amount), Money::plus);
            }
        }
        moved.values().removeIf(Money::isZero);
        return moved;
    }

    @Override
    public List<Account> payableDebts(int limit) {
        return stands
                .where(stand ->
                        stand.account().kind() == Account.Kind.OPERATOR_DEBT
                                && stand.spendable() < 0)
                .stream()
                .map(Stand::account)
                .filter(this::isPayable)
                .sorted()
                .limit(limit)
                .toList();
    }

    private boolean isPayable(Account debt) {
        OperatorId operator = Objects.requireNonNull(debt.holder());
        return spendable(Account.available(operator, debt.currency())).isPositive();
    }

    @Override
    public LedgerProof prove() {
        return transactions.alone(() -> {
            Map<Account, Stand> counted = new HashMap<>();
            List<Transfer> all = transfers.where(_ -> true);
            all.forEach(transfer -> count(transfer, counted));
            return new LedgerProof(
                    clock.instant(), totals(counted), all.size(), differences(counted));
        });
    }

    private void apply(Transfer transfer, Map<Account, Stand> next) {
        next.computeIfAbsent(transfer.debit(), this::stand);
        next.computeIfAbsent(transfer.credit(), this::stand);
        count(transfer, next);
    }

    private static void mustBeCovered(Stand stand, List<Transfer> moved) {
        Account account = stand.account();
        if (stand.spendable() >= 0 || account.kind().mayBeNegative()) {
            return;
        }
        Money needed =
                moved.stream()
                        .filter(transfer -> transfer.debit().equals(account))
                        .map(Transfer::amount)
                        .reduce(Money.zero(account.currency()), Money::plus);
        throw new RefusedException(new InsufficientFunds(account, needed));
    }

    private Stand stand(Account account) {
        return stands.find(account).orElseGet(() -> new Stand(account, 0, 0));
    }

    private Balance balanceOf(OperatorId operator, Currency currency) {
        long held =
                stands
                        .where(stand ->
                                isHold(stand.account().kind())
                                        && stand.account().currency() == currency
                                        && isHeldBy(operator, stand.account()))
                        .stream()
                        .mapToLong(Stand::posted)
                        .reduce(0, Math::addExact);
        return new Balance(
                currency,
                spendable(Account.available(operator, currency)),
                new Money(held, currency),
                new Money(stand(Account.inTransit(operator, currency)).posted(), currency));
    }

    private List<LedgerProof.Difference> differences(Map<Account, Stand> counted) {
        List<LedgerProof.Difference> differences = new ArrayList<>();
        for (Stand stand : stands.where(_ -> true)) {
            String code = stand.account().code();
            Stand sum = counted.getOrDefault(stand.account(), new Stand(stand.account(), 0, 0));
            if (stand.posted() != sum.posted()) {
                differences.add(new LedgerProof.Difference(code, stand.posted(), sum.posted()));
            }
            if (stand.pendingDebits() != sum.pendingDebits()) {
                differences.add(
                        new LedgerProof.Difference(
                                code + " (pending)", stand.pendingDebits(), sum.pendingDebits()));
            }
        }
        return differences;
    }

    private static void count(Transfer transfer, Map<Account, Stand> stands) {
        long units = transfer.amount().units();
        long posted = transfer.status() == POSTED ? units : 0;
        long pending = transfer.status() == PENDING ? units : 0;
        stands.merge(
                transfer.debit(),
                new Stand(transfer.debit(), -posted, pending),
                (before, more) -> before.plus(more.posted(), more.pendingDebits()));
        stands.merge(
                transfer.credit(),
                new Stand(transfer.credit(), posted, 0),
                (before, more) -> before.plus(more.posted(), more.pendingDebits()));
    }

    private static List<LedgerProof.Total> totals(Map<Account, Stand> counted) {
        List<LedgerProof.Total> totals = new ArrayList<>();
        for (Currency currency : Currency.values()) {
            for (Account.Kind kind : Account.Kind.values()) {
                List<Stand> alike =
                        counted.values().stream()
                                .filter(stand ->
                                        stand.account().kind() == kind
                                                && stand.account().currency() == currency)
                                .toList();
                if (!alike.isEmpty()) {
                    long units = alike.stream().mapToLong(Stand::posted).reduce(0, Math::addExact);
                    totals.add(new LedgerProof.Total(kind, currency, alike.size(), units));
                }
            }
        }
        return totals;
    }

    private static Stream<Entry> entries(Transfer transfer, OperatorId operator) {
        Account debit = transfer.debit();
        Account credit = transfer.credit();
        Money amount = transfer.amount();
        Money paid = Money.zero(amount.currency()).minus(amount);
        return Stream.of(
                        new Entry(transfer, debit, credit, paid),
                        new Entry(transfer, credit, debit, amount))
                .filter(entry -> isHeldBy(operator, entry.account()));
    }

    private static boolean isHold(Account.Kind kind) {
        return kind == Account.Kind.BOUNTY_ESCROW
                || kind == Account.Kind.CLAIM_STAKE
                || kind == Account.Kind.PROJECT_BUDGET;
    }

    private static boolean isHeldBy(OperatorId operator, Account account) {
        return operator.equals(account.holder());
    }
}
