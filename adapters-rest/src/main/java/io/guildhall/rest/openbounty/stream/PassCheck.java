package io.guildhall.rest.openbounty.stream;

import io.guildhall.rest.gate.Identities;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Ends the streams of those who would not be let in any more, or not as who they were. */
@Singleton
final class PassCheck {

    private static final Logger LOG = Logger.getLogger(PassCheck.class);

    private final Identities identities;
    private final ExecutorService virtualThreads;
    private final Set<LoopReaders> busy = ConcurrentHashMap.newKeySet();

    PassCheck(Identities identities, @VirtualThreads ExecutorService virtualThreads) {
        this.identities = identities;
        this.virtualThreads = virtualThreads;
    }

    /** While one look at a loop's readers is not done, those due meanwhile wait for their next. */
    void check(LoopReaders readers, List<Reader> due) {
        if (!due.isEmpty() && busy.add(readers)) {
            virtualThreads.execute(() -> {
                try {
                    due.forEach(reader -> check(readers, reader));
                } catch (RuntimeException e) {
                    // Without the database nobody can tell; each is looked at again.
                    LOG.warnf("Whether readers may still listen could not be found out: %s", e);
                } finally {
                    busy.remove(readers);
                }
            });
        }
    }

    private void check(LoopReaders readers, Reader reader) {
        if (!identities.isStillGood(reader.pass())) {
            readers.loop().execute(reader::end);
        }
    }
}
