package io.guildhall.rest.openpod.position;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.workspace.position.CreatePosition;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.position.PositionOffer;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openpod.PathIds;
import io.guildhall.rest.openpod.WordReader;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom a project looks for. */
@Schema(name = "CreatePosition")
@JsonNaming(SnakeCaseStrategy.class)
public record CreatePositionJson(
        @Schema(required = true) @Nullable String projectId,
        @Schema(required = true, examples = "Backend Developer") @Nullable String title,
        @Nullable String description,
        @Schema(required = true, description = "pm, lead or worker", examples = "worker")
                @Nullable String roleLevel,
        @Nullable List<@Nullable String> requiredCapabilities,
        @Nullable Long budgetCapCents) {

    CreatePosition.Command command(Caller caller) {
        var check = new Invalid.Check();
        UUID project = PathIds.needed("projectId", projectId, check);
        check.require(roleLevel != null, "roleLevel", "is required");
        RoleLevel level = WordReader.read("roleLevel", roleLevel, RoleLevel.class, check);
        check.orThrow();
        Long cap = budgetCapCents;
        return new CreatePosition.Command(
                caller,
                new ProjectId(Objects.requireNonNull(project)),
                new PositionOffer(
                        Given.text(title).strip(),
                        Given.text(description),
                        Objects.requireNonNull(level),
                        Given.texts(requiredCapabilities),
                        cap == null ? null : Money.cents(cap, Project.CURRENCY)));
    }
}
