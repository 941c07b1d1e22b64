package io.guildhall.application.ledger;

import io.guildhall.domain.ledger.Balance;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.ledger.Ledger;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.ledger.Statement;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may read of the ledger: its operator's own accounts, and the sums that prove the
 * whole.
 */
public final class ViewLedger {

    /** A proof counts every transfer, so callers share one for this long at least. */
    private static final Duration PROOF_KEPT_MIN = Duration.ofSeconds(2);

    /**
     * And for so many times as long as it took to make: whoever keeps asking has the ledger counted
     * for a tenth of the time at most, however large it is.
     */
    private static final int PROOF_KEPT_TIMES = 9;

    /** So many transfers a statement has at most. */
    private static final int STATEMENT_MAX = 10_000;

    private final Ledger ledger;
    private final InstantSource clock;
    private final ReentrantLock proving = new ReentrantLock();
    private @Nullable Kept latest;

    public ViewLedger(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    public List<Balance> balances(Caller caller) {
        return ledger.balancesOf(caller.operator());
    }

    public Page<Entry> entries(Caller caller, PageRequest page) {
        return ledger.entriesOf(caller.operator(), page);
    }

    /**
     * @throws RefusedException when the period is not one, or too much happened in it
     */
    public Statement statement(Caller caller, Currency currency, Instant from, Instant to) {
        new Invalid.Check().require(from.isBefore(to), "to", "must be later than from").orThrow();
        return ledger.statement(caller.asOperator(), currency, from, to, STATEMENT_MAX)
                .orElseThrow(() ->
                        new RefusedException(
                                Invalid.field(
                                        "to",
                                        "must be nearer to from: more than "
                                                + STATEMENT_MAX
                                                + " transfers are within")));
    }

    /** Also a failure is shared: whoever waits would fail in the same way, one after the other. */
    public LedgerProof proof() {
        proving.lock();
        try {
            Kept kept = latest;
            if (kept == null || !kept.isFresh(clock.instant())) {
                kept = prove();
                latest = kept;
            }
            return kept.proofOrFailure();
        } finally {
            proving.unlock();
        }
    }

    private Kept prove() {
        Instant begun = clock.instant();
        try {
            LedgerProof proof = ledger.prove();
            return new Kept(proof, null, begun, clock.instant());
        } catch (RuntimeException failure) {
            return new Kept(null, failure, begun, clock.instant());
        }
    }

    /**
     * One of proof and failure.
     *
     * @param begun when it was asked for
     * @param ready when it was there
     */
    private record Kept(
            @Nullable LedgerProof proof,
            @Nullable RuntimeException failure,
            Instant begun,
            Instant ready) {

        LedgerProof proofOrFailure() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(proof);
        }

        /** A clock that was put back would otherwise keep it for as long as it was. */
        boolean isFresh(Instant now) {
            Duration kept = Duration.between(begun, ready).multipliedBy(PROOF_KEPT_TIMES);
            Instant until = ready.plus(kept.compareTo(PROOF_KEPT_MIN) > 0 ? kept : PROOF_KEPT_MIN);
            return !now.isBefore(begun) && now.isBefore(until);
        }
    }
}
