package io.guildhall.domain.states;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ExpectedOutcomes.Cell;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every state of an aggregate against every command. Nothing can be left out: a status, a command
 * or a cell that is not in the table fails it.
 *
 * @param <S> the aggregate
 */
public final class StateMatrix<S> {

    /** The state before anything is. */
    public static final String NOTHING = "nothing";

    /** How a store says which version it keeps: no state changes, so it is no command. */
    private static final String COPIES = "atVersion";

    private final Class<S> aggregate;
    private final Function<S, String> stateOf;
    private final Map<String, S> starts = new LinkedHashMap<>();
    private final Map<String, Supplier<Decision<S>>> creations = new LinkedHashMap<>();
    private final Map<String, Function<S, Decision<S>>> commands = new LinkedHashMap<>();

    /**
     * @param stateOf the word for the state an aggregate is in
     */
    public StateMatrix(Class<S> aggregate, Function<S, String> stateOf) {
        this.aggregate = aggregate;
        this.stateOf = stateOf;
    }

    /**
     * @param name the state's word, and more where one state answers in several ways
     */
    public StateMatrix<S> state(String name, S start) {
        starts.put(name, start);
        return this;
    }

    /**
     * @param name the method's name, and more where one command is given in several ways
     */
    public StateMatrix<S> creation(String name, Supplier<Decision<S>> creation) {
        creations.put(name, creation);
        return this;
    }

    /**
     * @param name the method's name, and more where one command is given in several ways
     */
    public StateMatrix<S> command(String name, Function<S, Decision<S>> command) {
        commands.put(name, command);
        return this;
    }

    /**
     * @param parts what of an aggregate is its state, each of a sealed type
     */
    public void assertHoldsEvery(Function<S, Stream<?>> parts, Class<?>... sealedTypes) {
        var found =
                starts.values().stream()
                        .flatMap(parts)
                        .map(Object::getClass)
                        .collect(Collectors.toSet());
        for (Class<?> sealed : sealedTypes) {
            for (Class<?> permitted : permitted(sealed).toList()) {
                assertThat(found)
                        .as("a start in each state of %s", sealed.getSimpleName())
                        .anyMatch(permitted::equals);
            }
        }
    }

    private static Stream<Class<?>> permitted(Class<?> sealed) {
        return Stream.<Class<?>>of(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? permitted(type) : Stream.of(type))
                .distinct();
    }

    public void assertAnswers(String table) {
        assertHoldsEveryCommand();
        Map<Cell, Outcome> answers = answers();
        assertThat(lines(answers)).isEqualTo(lines(ExpectedOutcomes.read(table).outcomes()));
    }

    /** What the committed page about this life must say. */
    public String page(String title, String test) {
        return new StatePage(answers(), this::nodeOf).write(title, test);
    }

    private String nodeOf(String start) {
        return start.equals(NOTHING)
                ? NOTHING
                : stateOf.apply(Objects.requireNonNull(starts.get(start)));
    }

    private void assertHoldsEveryCommand() {
        List<String> methods =
                Arrays.stream(aggregate.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(this::decidesOrCreates)
                        .map(Method::getName)
                        .filter(name -> !name.equals(COPIES))
                        .distinct()
                        .sorted()
                        .toList();
        List<String> held =
                Stream.concat(creations.keySet().stream(), commands.keySet().stream())
                        .map(name -> name.split(" ", 2)[0])
                        .distinct()
                        .sorted()
                        .toList();
        assertThat(held).as("the commands of %s", aggregate.getSimpleName()).isEqualTo(methods);
    }

    private boolean decidesOrCreates(Method method) {
        return method.getReturnType() == Decision.class || method.getReturnType() == aggregate;
    }

    private Map<Cell, Outcome> answers() {
        Map<Cell, Outcome> answers = new LinkedHashMap<>();
        creations.forEach((name, creation) ->
                answers.put(new Cell(name, NOTHING), Outcome.of(creation.get(), stateOf)));
        commands.forEach((name, command) ->
                starts.forEach((start, state) ->
                        answers.put(
                                new Cell(name, start), Outcome.of(command.apply(state), stateOf))));
        return answers;
    }

    private static String lines(Map<Cell, Outcome> outcomes) {
        return outcomes.entrySet().stream()
                .map(entry ->
                        entry.getKey().command()
                                + " in "
                                + entry.getKey().start()
                                + ": "
                                + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
