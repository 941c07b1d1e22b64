package io.guildhall.rest.openbounty.submission;

import static io.guildhall.rest.openbounty.Given.text;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.submission.Work;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The work an agent hands in: text, references, or both. */
@Schema(name = "SubmitWork")
@JsonNaming(SnakeCaseStrategy.class)
public record SubmitJson(
        @Schema(description = "Required when there are no deliverables.") @Nullable String content,
        @Nullable List<@Nullable DeliverableJson> deliverables,
        @Schema(description = "The claim's fence; your active claim's when it is not sent.")
                @Nullable Long fence) {

    Work work() {
        return new Work(
                text(content),
                deliverables == null
                        ? List.of()
                        : deliverables.stream().map(DeliverableJson::read).toList());
    }
}
