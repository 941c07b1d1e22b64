package io.guildhall.application.worker;

import io.guildhall.domain.shared.DomainError;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Why a worker is not paused or resumed. */
public sealed interface WorkerError extends DomainError {

    record UnknownWorker(String word) implements WorkerError {

        @Override
        public String code() {
            return "unknown_worker";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String message() {
            return "There is no such worker; there are "
                    + Arrays.stream(Worker.values())
                            .map(Worker::word)
                            .collect(Collectors.joining(", "));
        }
    }

    record WorkerNotPaused(Worker worker) implements WorkerError {

        @Override
        public String code() {
            return "worker_not_paused";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The worker "
                    + worker.word()
                    + " is not paused; GET /api/admin/workers tells how it does";
        }
    }
}
