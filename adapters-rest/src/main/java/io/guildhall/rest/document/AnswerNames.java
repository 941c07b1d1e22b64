package io.guildhall.rest.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names the schemas of answers and pages for what they hold, at the doors that wrap all they
 * answer: {@code TaskPageAnswer} for {@code OkJsonPageJsonTaskJson}. Clients are generated with
 * these names.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public final class AnswerNames implements OASFilter {

    private static final List<String> GENERIC =
            List.of("OkJson", "PageJson", "DataJson", "DataPageJson");
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String SUFFIX = "Json";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        Map<String, String> names = new TreeMap<>();
        for (Map.Entry<String, Schema> known : new TreeMap<>(components.getSchemas()).entrySet()) {
            String generated = known.getKey();
            if (GENERIC.stream().noneMatch(generated::startsWith)) {
                continue;
            }
            components.removeSchema(generated);
            // The bare generic types belong to no operation.
            if (!GENERIC.contains(generated)) {
                String name = nameOf(generated);
                components.addSchema(name, known.getValue());
                names.put(SCHEMAS + generated, SCHEMAS + name);
            }
        }
        Stream.concat(answers(document), parts(components))
                .filter(schema -> schema.getRef() != null)
                .forEach(schema ->
                        schema.setRef(names.getOrDefault(schema.getRef(), schema.getRef())));
    }

    /** What is inside comes first, and {@code Ok} is an answer. */
    private static String nameOf(String generated) {
        return List.of(generated.split(SUFFIX)).reversed().stream()
                .map(word ->
                        switch (word) {
                            case "Ok" -> "Answer";
                            case "DataPage" -> "DataList";
                            default -> word;
                        })
                .collect(Collectors.joining());
    }

    private static Stream<Schema> answers(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull);
    }

    private static Stream<Schema> parts(Components components) {
        return components.getSchemas().values().stream()
                .map(Schema::getProperties)
                .filter(Objects::nonNull)
                .flatMap(properties -> properties.values().stream());
    }
}
