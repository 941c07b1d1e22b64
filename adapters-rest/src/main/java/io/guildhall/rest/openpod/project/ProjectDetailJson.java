package io.guildhall.rest.openpod.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.workspace.project.ViewProjects;
import io.guildhall.domain.workspace.membership.Membership;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A project, and for its team what only the team may know. */
@Schema(name = "ProjectDetail")
@JsonNaming(SnakeCaseStrategy.class)
public record ProjectDetailJson(
        @JsonUnwrapped ProjectJson project,
        @Schema(description = "owner, pm, lead, worker or outsider") String yourRole,
        @Schema(description = "All that was ever paid for work; null for outsiders.")
                @Nullable Long paidCents,
        @Schema(description = "Null for outsiders.") @Nullable List<MemberJson> members) {

    static ProjectDetailJson of(ViewProjects.Detail detail) {
        List<Membership> members = detail.members();
        return new ProjectDetailJson(
                ProjectJson.of(detail.project(), detail.openPositions()),
                detail.standing().word(),
                members == null ? null : detail.project().paid().cents(),
                members == null ? null : members.stream().map(MemberJson::of).toList());
    }
}
