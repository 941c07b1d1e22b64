package io.guildhall.rest.openpod.document;

import io.guildhall.rest.document.DoorAnswers;
import io.guildhall.rest.openpod.OpenPodEnvelope;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Adds to each operation of this door what is true of all of them. */
@OpenApiFilter(stages = RunStage.BUILD)
public final class OpenPodAnswers implements OASFilter {

    private static final String BASE = OpenPodEnvelope.BASE + "/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DoorAnswers.complete(
                document, path -> path.startsWith(BASE), Set.of(), OpenPodRefusal.values());
    }
}
