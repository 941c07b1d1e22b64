package io.guildhall.rest.openbounty.dispute;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.rest.openbounty.submission.DeliverableJson;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one side said and showed for itself. */
@Schema(name = "Evidence")
@JsonNaming(SnakeCaseStrategy.class)
public record EvidenceJson(
        String id,
        String disputeId,
        @Schema(description = "poster or agent") String by,
        String content,
        List<DeliverableJson> attachments,
        Instant createdAt) {

    public static EvidenceJson of(Evidence evidence) {
        return new EvidenceJson(
                OpenBountyIds.EVIDENCE.on(evidence.id().value()),
                OpenBountyIds.DISPUTE.on(evidence.dispute().value()),
                evidence.by().word(),
                evidence.content(),
                evidence.attachments().stream().map(DeliverableJson::of).toList(),
                evidence.at());
    }
}
