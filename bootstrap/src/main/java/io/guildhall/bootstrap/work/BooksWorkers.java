package io.guildhall.bootstrap.work;

import io.guildhall.application.reconciliation.ComparedBooks;
import io.guildhall.application.reconciliation.ComparedBooks.Findings;
import io.guildhall.application.reconciliation.WatchedBooks;
import io.guildhall.application.worker.Rota;
import io.guildhall.application.worker.Worker;
import io.guildhall.domain.shared.RefusedException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Compares the ledger and each rail's books night for night; on every replica at once. */
@Singleton
final class BooksWorkers {

    private static final Logger LOG = Logger.getLogger(BooksWorkers.class);

    private final WatchedBooks watchedBooks;
    private final Rota rota;

    BooksWorkers(WatchedBooks watchedBooks, Rota rota) {
        this.watchedBooks = watchedBooks;
        this.rota = rota;
    }

    void onStart(@Observes StartupEvent event) {
        watchedBooks.begin();
    }

    /** Each difference by its name; an admin may ask at any time. */
    @Scheduled(
            identity = "reconciliation",
            cron = "0 17 3 * * ?",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void compareAll() {
        watchedBooks.books().forEach(this::compare);
    }

    /** What is wrong with the comparison of one is not the others' business. */
    private void compare(ComparedBooks books) {
        try {
            rota.run(Worker.RECONCILIATION, () -> tell(books.name(), watchedBooks.compare(books)));
        } catch (RefusedException outage) {
            LOG.warnf(
                    "The books of %s are not compared this night: %s",
                    books.name(), outage.getMessage());
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The books of %s cannot be compared", books.name());
        }
    }

    private static void tell(String name, Findings findings) {
        findings.differences()
                .forEach(difference ->
                        LOG.errorf(
                                "The books of %s differ in %s: we have %s, it has %s",
                                name, difference.what(), difference.ours(), difference.theirs()));
        LOG.infof(
                "Compared %d things in the books of %s: %d differences, %d under way",
                findings.compared(), name, findings.differences().size(), findings.underWay());
    }
}
