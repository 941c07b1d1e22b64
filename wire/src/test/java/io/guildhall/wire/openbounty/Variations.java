package io.guildhall.wire.openbounty;

import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.wire.event.EventFixture;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every shape that events can have, read off their records: what may be missing there and missing,
 * each choice taken, each flag up and down.
 */
final class Variations {

    /** What every free text says, so that it is known for one. */
    static final String TEXT = "any text";

    static final Instant AT = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-0000000000ff");
    private static final int SHARE = 5_000;
    private static final long UNITS = 9_007_199_254_740_993L;

    private Variations() {}

    static List<DomainEvent> ofEveryEvent() {
        return EventFixture.EVERY_EVENT.stream()
                .<Class<?>>map(event -> family(event.getClass()))
                .distinct()
                .flatMap(family -> of(family, family).stream())
                .map(DomainEvent.class::cast)
                .toList();
    }

    /** The sealed type that all events of its kind stand in. */
    private static Class<?> family(Class<?> event) {
        Class<?> enclosing = event.getEnclosingClass();
        return enclosing == null ? event : family(enclosing);
    }

    private static List<? extends @Nullable Object> of(Class<?> type, Type full) {
        if (type == UUID.class) {
            return List.of(ID);
        }
        if (type == String.class) {
            return List.of(TEXT);
        }
        if (type == Instant.class) {
            return List.of(AT);
        }
        if (type == int.class) {
            return List.of(SHARE);
        }
        if (type == long.class) {
            return List.of(UNITS);
        }
        if (type == boolean.class) {
            return List.of(true, false);
        }
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        if (type == Set.class) {
            return List.of(new HashSet<>(everyElement((ParameterizedType) full)));
        }
        if (type == List.class) {
            return List.of(everyElement((ParameterizedType) full));
        }
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .flatMap(choice -> of(choice, choice).stream())
                    .toList();
        }
        if (type.isRecord()) {
            return records(type);
        }
        throw new IllegalStateException("Nothing is known of " + type);
    }

    private static List<?> everyElement(ParameterizedType collection) {
        Class<?> element = (Class<?>) collection.getActualTypeArguments()[0];
        return of(element, element);
    }

    private static List<Object> records(Class<?> type) {
        List<List<@Nullable Object>> combinations = new ArrayList<>();
        combinations.add(new ArrayList<>());
        for (RecordComponent component : type.getRecordComponents()) {
            List<List<@Nullable Object>> longer = new ArrayList<>();
            for (List<@Nullable Object> before : combinations) {
                values(component).forEach(value -> longer.add(and(before, value)));
            }
            combinations = longer;
        }
        return combinations.stream().map(values -> record(type, values)).toList();
    }

    private static List<? extends @Nullable Object> values(RecordComponent component) {
        List<@Nullable Object> values =
                new ArrayList<>(of(component.getType(), component.getGenericType()));
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            values.add(null);
        }
        return values;
    }

    private static List<@Nullable Object> and(
            List<@Nullable Object> before, @Nullable Object value) {
        List<@Nullable Object> all = new ArrayList<>(before);
        all.add(value);
        return all;
    }

    private static Object record(Class<?> type, List<@Nullable Object> values) {
        Class<?>[] types =
                Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + type, e);
        }
    }
}
