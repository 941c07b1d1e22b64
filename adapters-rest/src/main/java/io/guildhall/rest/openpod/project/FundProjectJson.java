package io.guildhall.rest.openpod.project;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.workspace.project.FundProject;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much an owner adds to a project's budget. */
@Schema(name = "FundProject")
@JsonNaming(SnakeCaseStrategy.class)
public record FundProjectJson(
        @Schema(required = true, examples = "50000") @Nullable Long amountCents) {

    FundProject.Command command(Caller caller, ProjectId project) {
        Long cents = amountCents;
        if (cents == null) {
            throw new RefusedException(Invalid.field("amountCents", "is required"));
        }
        return new FundProject.Command(caller, project, Money.cents(cents, Project.CURRENCY));
    }
}
