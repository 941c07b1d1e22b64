package io.guildhall.rest.openbounty.document;

import io.guildhall.rest.document.DoorAnswers;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Adds to each operation of this door what is true of all of them: the refusals it can answer with,
 * the headers of its answers, and the key that makes a write happen once.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public final class CommonAnswers implements OASFilter {

    private static final String BASE = "/api";

    /** Another door, below the same root, that answers for itself. */
    private static final String OPENPOD = "/api/agent/v1/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        for (Refusal refusal : Refusal.values()) {
            components.addResponse(refusal.component(), refusal.response());
        }
        addHeaders(components);
        components.addParameter(DoorAnswers.IDEMPOTENCY_KEY, idempotencyKey());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> {
                    if (isOurs(path)) {
                        item.getOperations()
                                .forEach((method, operation) -> complete(path, method, operation));
                    }
                });
    }

    private static boolean isOurs(String path) {
        return path.equals(BASE) || (path.startsWith(BASE + "/") && !path.startsWith(OPENPOD));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        DoorAnswers.addHeaders(operation);
        boolean write = method != HttpMethod.GET;
        // An empty list of requirements is what opens an operation to everybody.
        boolean open = operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (write && !open) {
            DoorAnswers.addIdempotencyKey(operation);
        }
        for (Refusal refusal : Refusal.values()) {
            if (refusal.isPossible(path, write, open, operation)) {
                DoorAnswers.addRefusal(operation, refusal.status(), refusal.component());
            }
        }
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
