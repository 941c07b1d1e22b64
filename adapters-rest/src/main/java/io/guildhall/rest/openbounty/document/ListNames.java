package io.guildhall.rest.openbounty.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Names the schema of each list for what it holds: clients are generated with these names. */
@OpenApiFilter(stages = RunStage.BUILD)
public final class ListNames implements OASFilter {

    private static final String GENERIC = "ListJson";
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        Map<String, String> names = new TreeMap<>();
        new TreeMap<>(components.getSchemas())
                .tailMap(GENERIC)
                .forEach((generated, schema) -> {
                    if (!generated.startsWith(GENERIC)) {
                        return;
                    }
                    components.removeSchema(generated);
                    // The bare generic type belongs to no operation.
                    if (!generated.equals(GENERIC)) {
                        String name = itemsOf(schema) + "List";
                        components.addSchema(name, schema);
                        names.put(SCHEMAS + generated, SCHEMAS + name);
                    }
                });
        answers(document)
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .filter(schema -> schema.getRef() != null)
                .forEach(schema ->
                        schema.setRef(names.getOrDefault(schema.getRef(), schema.getRef())));
    }

    private static String itemsOf(Schema list) {
        Schema items = Objects.requireNonNull(list.getProperties().get("items"));
        return items.getItems().getRef().substring(SCHEMAS.length());
    }

    private static Stream<MediaType> answers(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().getMediaTypes().values().stream());
    }
}
