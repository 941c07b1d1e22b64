package io.guildhall.application.access;

import io.guildhall.application.worker.Worker;
import io.guildhall.domain.party.OperatorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all replicas are told of their workers, and what they tell of them. */
public interface WorkerBoard {

    /** No replica begins a round of it any more. */
    record Pause(Worker worker, String reason, Instant since, OperatorId admin) {}

    /**
     * How a worker of one replica does.
     *
     * @param paused whether the replica knows of the pause
     * @param busySince since when it is in the middle of a round; null when it is not
     * @param lastRoundAt when a round last came to its end
     * @param rounds how many since the replica was started
     * @param failures how many of them failed
     */
    record Report(
            Worker worker,
            String replica,
            Instant reportedAt,
            boolean paused,
            @Nullable Instant busySince,
            @Nullable Instant lastRoundAt,
            long rounds,
            long failures,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {}

    /** In the order of the workers. */
    List<Pause> pauses();

    Optional<Pause> find(Worker worker);

    /** In the place of the one that it has, if it has one. */
    void pause(Pause pause);

    /**
     * @return whether it was paused
     */
    boolean resume(Worker worker);

    /** Each in the place of what the same replica said of the same worker before. */
    void report(List<Report> reports);

    /** In the order of the workers, and then of the replicas; of those heard since that time. */
    List<Report> reports(Instant since);

    /**
     * @return how many were forgotten; as many as {@code limit} means that there may be more
     */
    int forgetBefore(Instant time, int limit);
}
