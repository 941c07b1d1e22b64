package io.guildhall.persistence.shared;

import io.guildhall.domain.shared.Busy;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.Transactions;
import jakarta.inject.Singleton;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Units of work as transactions of PostgreSQL, at READ COMMITTED. */
@Singleton
public final class PostgresTransactions implements Transactions {

    private static final Logger LOG = Logger.getLogger(PostgresTransactions.class);

    private final TransactionManager manager;
    private final Sql sql;

    PostgresTransactions(TransactionManager manager, Sql sql) {
        this.manager = manager;
        this.sql = sql;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        if (isInside()) {
            return work.get();
        }
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                return once(work);
            } catch (LostRace e) {
                LOG.debugf("Attempt %d: %s", attempt, e.getMessage());
            }
        }
        throw new RefusedException(new Busy());
    }

    private <T> T once(Supplier<T> work) {
        begin();
        boolean done = false;
        T result;
        try {
            result = work.get();
            sql.sendWaiting();
            done = true;
        } catch (RuntimeException e) {
            throw Failures.translated(e);
        } finally {
            if (!done) {
                rollBack();
            }
        }
        commit();
        return result;
    }

    private boolean isInside() {
        try {
            return manager.getStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private void begin() {
        try {
            manager.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private void commit() {
        try {
            manager.commit();
        } catch (RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException e) {
            // Also when it is called rolled back: the manager says so of every commit that got no
            // answer, and PostgreSQL may have carried it out.
            throw Failures.ofCommit(e);
        }
    }

    /** A failure to undo is no news: the connection is gone, and the work with it. */
    private void rollBack() {
        try {
            manager.rollback();
        } catch (SystemException | RuntimeException e) {
            LOG.debug("The transaction ended with its connection", e);
        }
    }
}
