package io.guildhall.domain.counterexample;

import com.tngtech.archunit.base.Optionals;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import java.time.Instant;
import java.util.UUID;

/** Asks the clock, rolls dice, can be set, and needs a library. */
class ClockedThing {

    private Instant at = Instant.now();

    Class<?> library() {
        return Optionals.class;
    }

    void setAt(Instant at) {
        this.at = at;
    }

    Instant at() {
        return at;
    }

    /** No record. */
    static final class ThingId {}

    /** No record either. */
    static final class ThingHappened implements DomainEvent {
        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.BOUNTY, UUID.randomUUID());
        }
    }

    /** Named for its kind instead of for what is wrong. */
    record ThingError() implements DomainError {
        @Override
        public String code() {
            return "thing";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String message() {
            return "thing";
        }
    }
}
