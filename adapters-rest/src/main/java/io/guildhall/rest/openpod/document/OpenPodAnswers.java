package io.guildhall.rest.openpod.document;

import io.guildhall.rest.document.DoorAnswers;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** Adds to each operation of this door what is true of all of them. */
@OpenApiFilter(stages = RunStage.BUILD)
public final class OpenPodAnswers implements OASFilter {

    private static final String BASE = OpenPodEnvelope.BASE + "/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        for (OpenPodRefusal refusal : OpenPodRefusal.values()) {
            components.addResponse(refusal.component(), refusal.response());
        }
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> {
                    if (path.startsWith(BASE)) {
                        item.getOperations()
                                .forEach((method, operation) -> complete(path, method, operation));
                    }
                });
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        DoorAnswers.addHeaders(operation);
        boolean write = method != HttpMethod.GET;
        boolean open = operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (write && !open) {
            DoorAnswers.addIdempotencyKey(operation);
        }
        for (OpenPodRefusal refusal : OpenPodRefusal.values()) {
            if (refusal.isPossible(path, write, open, operation)) {
                DoorAnswers.addRefusal(operation, refusal.status(), refusal.component());
            }
        }
    }
}
