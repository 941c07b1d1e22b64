package io.guildhall.rest.openbounty.document;

import io.guildhall.application.access.Door;
import io.guildhall.rest.document.DoorAnswers;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Adds to each operation of this door what is true of all of them: the refusals it can answer with,
 * the headers of its answers, and the key that makes a write happen once.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public final class CommonAnswers implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DoorAnswers.complete(document, Door.OPENBOUNTY, Set.of(), Refusal.values());
        Components components = document.getComponents();
        addHeaders(components);
        components.addParameter(DoorAnswers.IDEMPOTENCY_KEY, idempotencyKey());
    }

    private static void addHeaders(Components components) {
        components
                .addHeader("RequestId", header("The request's own id.", SchemaType.STRING))
                .addHeader(
                        "RateLimitLimit",
                        header("How many requests a minute has.", SchemaType.INTEGER))
                .addHeader(
                        "RateLimitRemaining",
                        header("How many of them are left.", SchemaType.INTEGER))
                .addHeader(
                        "RateLimitReset",
                        header("When the next minute begins, in Unix seconds.", SchemaType.INTEGER))
                .addHeader(
                        "RetryAfter",
                        header("After how many seconds to try again.", SchemaType.INTEGER));
    }

    private static Header header(String description, SchemaType type) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(List.of(type)));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "A text of your choice; the same request with the same key is done once and gets"
                                + " the first answer again.")
                .schema(
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.STRING))
                                .minLength(1)
                                .maxLength(255));
    }
}
