package io.guildhall.persistence.stream;

import io.guildhall.application.access.StreamBell;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The bell over PostgreSQL: commits of this process ring by themselves, and places that any replica
 * has given by a notification of the database.
 *
 * <p>Units of work that publish do not notify: the database would let their commits pass only one
 * by one.
 */
@Singleton
public final class PostgresStreamBell implements StreamBell {

    static final String CHANNEL = "guildhall_stream";

    private final TransactionSynchronizationRegistry unitOfWork;
    private final List<Runnable> whenCommitted = new CopyOnWriteArrayList<>();
    private final List<Runnable> whenPlaced = new CopyOnWriteArrayList<>();
    private final List<Runnable> whenPlanned = new CopyOnWriteArrayList<>();
    private final Listener listener;

    PostgresStreamBell(
            TransactionSynchronizationRegistry unitOfWork,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.unitOfWork = unitOfWork;
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        username.ifPresent(database::setUser);
        password.ifPresent(database::setPassword);
        this.listener = new Listener(database, CHANNEL, () -> whenPlaced.forEach(Runnable::run));
    }

    @Override
    public void onCommitted(Runnable wake) {
        whenCommitted.add(wake);
    }

    /** A process in which nobody waits for places does not listen. */
    @Override
    public void onPlaced(Runnable wake) {
        whenPlaced.add(wake);
        listener.start();
    }

    @Override
    public void onPlanned(Runnable wake) {
        whenPlanned.add(wake);
    }

    /** The unit of work has published. */
    public void ringCommitted() {
        ringAfterCommit("published", whenCommitted);
    }

    /** The unit of work has planned deliveries. */
    public void ringPlanned() {
        ringAfterCommit("planned", whenPlanned);
    }

    /** However often a unit of work asks for it, it rings once, and not at all when it fails. */
    private void ringAfterCommit(String what, List<Runnable> woken) {
        Object key = List.of(CHANNEL, what);
        if (unitOfWork.getResource(key) == null) {
            unitOfWork.putResource(key, true);
            unitOfWork.registerInterposedSynchronization(new Ring(woken));
        }
    }

    @PreDestroy
    void close() {
        listener.close();
    }

    private record Ring(List<Runnable> woken) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                woken.forEach(Runnable::run);
            }
        }
    }
}
