package io.guildhall.bootstrap.nativeimage;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the classes that are looked into while the service runs, and why each is. */
final class LookedInto {

    private static final Set<Class<? extends Annotation>> STORED =
            Set.of(Entity.class, Embeddable.class, MappedSuperclass.class, IdClass.class);

    /** A parameter with one of these is no body. */
    private static final Set<Class<? extends Annotation>> AROUND_THE_BODY =
            Set.of(
                    BeanParam.class,
                    Context.class,
                    CookieParam.class,
                    HeaderParam.class,
                    PathParam.class,
                    QueryParam.class);

    private final SortedMap<String, String> reasons = new TreeMap<>();

    private LookedInto() {}

    /**
     * @return reasons by the names of classes
     */
    static SortedMap<String, String> in(List<Class<?>> classes) {
        var found = new LookedInto();
        classes.forEach(found::look);
        return found.reasons;
    }

    private void look(Class<?> type) {
        if (isAnnotated(type, mark -> STORED.contains(mark.annotationType()))) {
            reasons.put(type.getName(), "it is stored");
        }
        if (isJson(type)) {
            json(type, "it is JSON");
        }
        elements(type).forEach(this::readersOf);
        Arrays.stream(type.getDeclaredMethods())
                .filter(LookedInto::answersRequests)
                .forEach(this::atTheDoor);
        RegisterForReflection listed = type.getAnnotation(RegisterForReflection.class);
        if (listed != null) {
            for (String name : listed.classNames()) {
                withNested(OwnClasses.load(name), "it is listed at " + type.getSimpleName());
            }
        }
    }

    /** By its name, by where it is declared, or by what Jackson is told of it. */
    private static boolean isJson(Class<?> type) {
        // A private one is how a class counts for itself, unless a part of another is of it.
        boolean named =
                type.isRecord()
                        && !Modifier.isPrivate(type.getModifiers())
                        && type.getName().startsWith("io.guildhall.rest.")
                        && Stream.<Class<?>>iterate(
                                        type, place -> place != null, Class::getEnclosingClass)
                                .anyMatch(place ->
                                        place.getSimpleName().endsWith("Json")
                                                || place.getSimpleName().endsWith("Envelope"));
        return named
                || (!type.isAnnotation()
                        && elements(type)
                                .anyMatch(
                                        element -> isAnnotated(element, LookedInto::isForJackson)));
    }

    private static Stream<AnnotatedElement> elements(Class<?> type) {
        List<AnnotatedElement> elements = new ArrayList<>(List.of(type));
        elements.addAll(Arrays.asList(type.getDeclaredFields()));
        elements.addAll(Arrays.asList(type.getDeclaredMethods()));
        elements.addAll(Arrays.asList(type.getDeclaredConstructors()));
        return elements.stream();
    }

    private static boolean isForJackson(Annotation mark) {
        return mark.annotationType().isAnnotationPresent(JacksonAnnotation.class);
    }

    private static boolean isAnnotated(AnnotatedElement element, Predicate<Annotation> mark) {
        return Arrays.stream(element.getDeclaredAnnotations()).anyMatch(mark);
    }

    /** What an annotation of Jackson names is made by its name: readers, writers, strategies. */
    private void readersOf(AnnotatedElement element) {
        for (Annotation mark : element.getDeclaredAnnotations()) {
            if (!isForJackson(mark)) {
                continue;
            }
            for (Method value : mark.annotationType().getDeclaredMethods()) {
                try {
                    if (value.invoke(mark) instanceof Class<?> named && isOurs(named)) {
                        reasons.put(named.getName(), "Jackson makes it for " + element);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static boolean answersRequests(Method method) {
        return isAnnotated(
                method, mark -> mark.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private void atTheDoor(Method method) {
        String where = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        reach(method.getGenericReturnType(), where + " answers with it");
        Type[] types = method.getGenericParameterTypes();
        Annotation[][] marks = method.getParameterAnnotations();
        for (int i = 0; i < types.length; i++) {
            if (Arrays.stream(marks[i])
                    .noneMatch(mark -> AROUND_THE_BODY.contains(mark.annotationType()))) {
                reach(types[i], where + " takes it");
            }
        }
    }

    private void reach(Type type, String reason) {
        switch (type) {
            case Class<?> plain when plain.isArray() -> reach(plain.getComponentType(), reason);
            case Class<?> plain when isOurs(plain) && plain.isRecord() -> json(plain, reason);
            case ParameterizedType generic -> {
                reach(generic.getRawType(), reason);
                for (Type argument : generic.getActualTypeArguments()) {
                    reach(argument, reason);
                }
            }
            case WildcardType some -> reach(some.getUpperBounds()[0], reason);
            default -> {
                // Enums and the JDK's own classes are written without a look into them.
            }
        }
    }

    private void json(Class<?> type, String reason) {
        if (type.isInterface()
                || type.isEnum()
                || reasons.putIfAbsent(type.getName(), reason) != null) {
            return;
        }
        if (type.isRecord()) {
            for (RecordComponent part : type.getRecordComponents()) {
                reach(part.getGenericType(), "it is part of " + type.getSimpleName());
            }
        }
    }

    private void withNested(Class<?> type, String reason) {
        reasons.put(type.getName(), reason);
        for (Class<?> nested : type.getDeclaredClasses()) {
            withNested(nested, reason);
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.guildhall.");
    }
}
