package io.guildhall.rest.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.ser.std.NullSerializer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Writes an answer twice: as its caller gets it now, and as it is kept, without its secrets. */
@Singleton
final class Answers {

    private final ObjectMapper shown;
    private final ObjectMapper kept;

    Answers(ObjectMapper mapper) {
        this.shown = mapper;
        this.kept = mapper.copy();
        kept.setAnnotationIntrospector(
                AnnotationIntrospectorPair.pair(
                        new SecretsLeftOut(),
                        mapper.getSerializationConfig().getAnnotationIntrospector()));
    }

    String asShown(@Nullable Object entity) {
        return write(shown, entity);
    }

    String asKept(@Nullable Object entity) {
        return write(kept, entity);
    }

    private static String write(ObjectMapper mapper, @Nullable Object entity) {
        try {
            return entity == null ? "" : mapper.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer has no JSON form", e);
        }
    }

    private static final class SecretsLeftOut extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object findSerializer(Annotated annotated) {
            return annotated.hasAnnotation(OneTimeSecret.class) ? NullSerializer.instance : null;
        }
    }
}
