package io.guildhall.application.access;

import io.guildhall.domain.shared.DomainError;

/** Why a request is turned away before any use case hears of it. */
public sealed interface AccessError extends DomainError
        permits AccessError.IdempotencyKeyReused, AccessError.RequestStillRunning, SignatureError {

    /** The same key came with another request. */
    record IdempotencyKeyReused() implements AccessError {
        @Override
        public String code() {
            return "idempotency_key_reused";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String message() {
            return "This Idempotency-Key was used for a request with another body; use a new key for a new request";
        }
    }

    /** The first request of that key has not ended yet. */
    record RequestStillRunning() implements AccessError {
        @Override
        public String code() {
            return "request_still_running";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "The first request with this Idempotency-Key is still running; send it again in a few seconds";
        }
    }
}
