package io.guildhall.rest.openbounty.admin.work;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.access.WorkerBacklogs.Backlog;
import io.guildhall.application.access.WorkerBacklogs.Lease;
import io.guildhall.application.access.WorkerBoard.Pause;
import io.guildhall.application.access.WorkerBoard.Report;
import io.guildhall.application.worker.ViewWorkers.Standing;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a worker does, on all replicas. */
@Schema(name = "Worker")
@JsonNaming(SnakeCaseStrategy.class)
public record WorkerJson(
        String name,
        @Schema(
                        description =
                                "running, draining (paused, and some replica still ends a round) or"
                                        + " drained")
                String state,
        @Schema(description = "null while nobody has paused it.") @Nullable PauseJson pause,
        @Schema(description = "How much is due; null where nothing is counted.")
                @Nullable Long waiting,
        @Schema(description = "Since when the longest due has been.") @Nullable Instant oldestDueAt,
        @Schema(description = "What of it only one replica may do for now.") List<LeaseJson> leases,
        @Schema(description = "What each replica says that was heard of lately.")
                List<ReplicaJson> replicas) {

    static WorkerJson of(Standing standing) {
        Pause pause = standing.pause();
        Backlog backlog = standing.backlog();
        return new WorkerJson(
                standing.worker().word(),
                standing.state().word(),
                pause == null ? null : PauseJson.of(pause),
                backlog == null ? null : backlog.waiting(),
                backlog == null ? null : backlog.oldest(),
                standing.leases().stream().map(LeaseJson::of).toList(),
                standing.replicas().stream().map(ReplicaJson::of).toList());
    }

    /** Why it goes no rounds. */
    @Schema(name = "WorkerPause")
    @JsonNaming(SnakeCaseStrategy.class)
    public record PauseJson(String worker, String reason, Instant since, String adminId) {

        static PauseJson of(Pause pause) {
            return new PauseJson(
                    pause.worker().word(),
                    pause.reason(),
                    pause.since(),
                    OpenBountyIds.OPERATOR.on(pause.admin().value()));
        }
    }

    /** Who holds what. */
    @Schema(name = "WorkerLease")
    @JsonNaming(SnakeCaseStrategy.class)
    public record LeaseJson(String what, String holder, Instant until) {

        static LeaseJson of(Lease lease) {
            return new LeaseJson(lease.what(), lease.holder(), lease.until());
        }
    }

    /** How it does on one replica. */
    @Schema(name = "WorkerReplica")
    @JsonNaming(SnakeCaseStrategy.class)
    public record ReplicaJson(
            String replica,
            Instant reportedAt,
            boolean paused,
            @Schema(description = "Since when it is in the middle of a round.")
                    @Nullable Instant busySince,
            @Nullable Instant lastRoundAt,
            long rounds,
            long failures,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {

        static ReplicaJson of(Report report) {
            return new ReplicaJson(
                    report.replica(),
                    report.reportedAt(),
                    report.paused(),
                    report.busySince(),
                    report.lastRoundAt(),
                    report.rounds(),
                    report.failures(),
                    report.lastError(),
                    report.lastErrorAt());
        }
    }

    /** All workers. */
    @Schema(name = "Workers")
    public record All(List<WorkerJson> items) {}
}
