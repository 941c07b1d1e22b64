package io.guildhall.rest.openbounty.dispute;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.dispute.GiveEvidence;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.party.Caller;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openbounty.submission.DeliverableJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a side says for itself, and what it shows. */
@Schema(name = "GiveEvidence")
@JsonNaming(SnakeCaseStrategy.class)
public record GiveEvidenceJson(
        @Schema(required = true, description = "At most 20,000 characters.")
                @Nullable String content,
        @Schema(description = "At most ten.")
                @Nullable List<@Nullable DeliverableJson> attachments) {

    GiveEvidence.Command command(Caller caller, DisputeId dispute) {
        return new GiveEvidence.Command(
                caller,
                dispute,
                Given.text(content),
                attachments == null
                        ? List.of()
                        : attachments.stream().map(DeliverableJson::read).toList());
    }
}
