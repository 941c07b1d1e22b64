package io.guildhall.domain.shared;

import java.util.List;

/** What an aggregate answers to a command: a new state with its events, or a typed refusal. */
public sealed interface Decision<S> {

    record Accepted<S>(S state, List<DomainEvent> events) implements Decision<S> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused<S>(DomainError error) implements Decision<S> {}

    static <S> Decision<S> accept(S state, DomainEvent... events) {
        return new Accepted<>(state, List.of(events));
    }

    static <S> Decision<S> refuse(DomainError error) {
        return new Refused<>(error);
    }

    /** The accepted state and events; a refusal ends the unit of work. */
    default Accepted<S> orThrow() {
        return switch (this) {
            case Accepted<S> accepted -> accepted;
            case Refused<S>(var error) -> throw new RefusedException(error);
        };
    }

    default boolean isAccepted() {
        return this instanceof Accepted<S>;
    }
}
