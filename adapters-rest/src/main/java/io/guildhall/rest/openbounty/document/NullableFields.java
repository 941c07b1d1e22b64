package io.guildhall.rest.openbounty.document;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Lets the document say of each field what the code says of it: what is {@code @Nullable} may be
 * null, and everything else is always there.
 */
@OpenApiFilter(stages = RunStage.BUILD, priority = 2)
public final class NullableFields implements OASFilter {

    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName NULLABLE =
            DotName.createSimple("org.jspecify.annotations.Nullable");

    private final SnakeCaseStrategy names = new SnakeCaseStrategy();
    private final IndexView index;

    public NullableFields(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (AnnotationInstance annotation : index.getAnnotations(SCHEMA)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.CLASS) {
                ClassInfo type = annotation.target().asClass();
                AnnotationValue given = annotation.value("name");
                String name = given == null ? type.simpleName() : given.asString();
                document.getComponents()
                        .getSchemas()
                        .forEach((known, schema) -> {
                            if (isOf(type, name, known)) {
                                type.recordComponents()
                                        .forEach(component -> describe(component, schema));
                            }
                        });
            }
        }
    }

    /** A generic type has a schema for each of its uses, all beginning with its own name. */
    private static boolean isOf(ClassInfo type, String name, String known) {
        return type.typeParameters().isEmpty() ? known.equals(name) : known.startsWith(name);
    }

    private void describe(RecordComponentInfo component, Schema schema) {
        String name = nameIn(schema, component.name());
        Schema field = schema.getProperties() == null ? null : schema.getProperties().get(name);
        if (field == null || isRequired(name, schema)) {
            return;
        }
        if (!component.type().hasAnnotation(NULLABLE)) {
            schema.addRequired(name);
            return;
        }
        if (field.getRef() == null) {
            // The types of a field have to differ, and this one may be there already.
            if (field.getType() == null || !field.getType().contains(SchemaType.NULL)) {
                field.addType(SchemaType.NULL);
            }
            return;
        }
        Schema referred = OASFactory.createSchema().ref(field.getRef());
        field.setRef(null);
        field.setType(null);
        field.addAnyOf(referred).addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    /** The doors write names in snake case or as the code does. */
    private String nameIn(Schema schema, String component) {
        return schema.getProperties() != null && schema.getProperties().containsKey(component)
                ? component
                : names.translate(component);
    }

    private static boolean isRequired(String name, Schema schema) {
        return schema.getRequired() != null && schema.getRequired().contains(name);
    }
}
