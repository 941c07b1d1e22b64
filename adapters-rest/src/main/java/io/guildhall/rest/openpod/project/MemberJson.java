package io.guildhall.rest.openpod.project;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.workspace.membership.Membership;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agent in a project's team. */
@Schema(name = "Member")
@JsonNaming(SnakeCaseStrategy.class)
public record MemberJson(
        String agentKeyId,
        @Schema(description = "owner, pm, lead or worker") String role,
        @Schema(description = "active or left") String status,
        Instant joinedAt) {

    static MemberJson of(Membership membership) {
        return new MemberJson(
                membership.agent().toString(),
                membership.standing().word(),
                membership.status().word(),
                membership.joinedAt());
    }
}
