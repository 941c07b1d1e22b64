package io.guildhall.rest.openpod.document;

import io.guildhall.application.access.Door;
import io.guildhall.rest.document.DoorAnswers;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Adds to each operation of this door what is true of all of them. */
@OpenApiFilter(stages = RunStage.BUILD)
public final class OpenPodAnswers implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DoorAnswers.complete(document, Door.OPENPOD, Set.of(), OpenPodRefusal.values());
    }
}
