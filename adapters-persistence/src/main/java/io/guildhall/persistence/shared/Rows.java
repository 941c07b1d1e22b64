package io.guildhall.persistence.shared;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Lets Panache work like plain statements: each is sent at once, none remembers what another has
 * read, and its failures are told in the core's words.
 */
@Singleton
public final class Rows {

    private final Session session;
    private final Sql sql;
    private final TransactionSynchronizationRegistry unitOfWork;

    Rows(Session session, Sql sql, TransactionSynchronizationRegistry unitOfWork) {
        this.session = session;
        this.sql = sql;
        this.unitOfWork = unitOfWork;
    }

    public <T extends @Nullable Object> T read(Supplier<T> query) {
        return isInUnitOfWork() || Arc.container().requestContext().isActive()
                ? forgetting(query)
                : inContextOfItsOwn(query);
    }

    public <T extends @Nullable Object> T change(Supplier<T> statement) {
        if (!isInUnitOfWork()) {
            throw new IllegalStateException("Nothing is changed outside a unit of work");
        }
        return forgetting(() -> {
            T result = statement.get();
            session.flush();
            return result;
        });
    }

    public void change(Runnable statement) {
        change(() -> {
            statement.run();
            return true;
        });
    }

    private boolean isInUnitOfWork() {
        return unitOfWork.getTransactionKey() != null;
    }

    private <T extends @Nullable Object> T forgetting(Supplier<T> work) {
        sql.sendWaiting();
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw Failures.translated(e);
        } finally {
            session.clear();
        }
    }

    /** Workers and threads of our own have no request, and a session wants one to end with. */
    private <T extends @Nullable Object> T inContextOfItsOwn(Supplier<T> query) {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            return forgetting(query);
        } finally {
            context.terminate();
        }
    }
}
