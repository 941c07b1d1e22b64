package io.guildhall.domain.states;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Decision.Accepted;
import io.guildhall.domain.shared.Decision.Refused;
import io.guildhall.domain.shared.DomainEvent;
import java.util.List;
import java.util.function.Function;

/** What a state answers to a command. */
sealed interface Outcome {

    record Becomes(String state, List<String> events) implements Outcome {
        @Override
        public String toString() {
            return events.isEmpty() ? state : state + " + " + String.join(", ", events);
        }
    }

    record IsRefused(String code) implements Outcome {
        @Override
        public String toString() {
            return "!! " + code;
        }
    }

    static <S> Outcome of(Decision<S> decision, Function<S, String> stateOf) {
        return switch (decision) {
            case Accepted<S>(var state, var events) ->
                    new Becomes(
                            stateOf.apply(state),
                            events.stream()
                                    .map(DomainEvent::getClass)
                                    .map(Class::getSimpleName)
                                    .toList());
            case Refused<S>(var error) -> new IsRefused(error.code());
        };
    }
}
