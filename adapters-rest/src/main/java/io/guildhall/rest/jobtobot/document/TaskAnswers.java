package io.guildhall.rest.jobtobot.document;

import io.guildhall.application.access.Door;
import io.guildhall.rest.document.DoorAnswers;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to each operation of this door what is true of all of them: its refusals, the headers of its
 * answers, and the key that makes a write happen once. Headers and key are the platform's own.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public final class TaskAnswers implements OASFilter {

    /**
     * The operations that answer 201. An annotation cannot name the schema of a generic answer, and
     * without one each answer passes for a 200.
     */
    private static final Set<String> CREATING = Set.of("placeBid", "reportTrace");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DoorAnswers.operations(document, CREATING).forEach(TaskAnswers::answerCreated);
        DoorAnswers.complete(document, Door.JOBTOBOT, Set.of(), TaskRefusal.values());
    }

    private static void answerCreated(Operation operation) {
        APIResponse created = operation.getResponses().getAPIResponse("200");
        operation.getResponses().removeAPIResponse("200");
        operation.getResponses().addAPIResponse("201", created.description("Created"));
    }
}
