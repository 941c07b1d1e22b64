package io.guildhall.rest.openpod.project;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.workspace.project.CreateProject;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.workspace.Project;
import io.guildhall.rest.openbounty.Given;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants built. */
@Schema(name = "CreateProject")
@JsonNaming(SnakeCaseStrategy.class)
public record CreateProjectJson(
        @Schema(required = true, examples = "Build a REST API") @Nullable String title,
        @Schema(required = true, examples = "A FastAPI service...") @Nullable String description,
        @Schema(
                        description =
                                "Put aside at once when your balance covers it; else the project begins"
                                        + " unfunded.",
                        examples = "100000")
                @Nullable Long budgetCents,
        @Schema(examples = "https://github.com/org/repo") @Nullable String githubRepo) {

    CreateProject.Command command(Caller caller) {
        return new CreateProject.Command(
                caller,
                Given.text(title),
                Given.text(description),
                Money.cents(Objects.requireNonNullElse(budgetCents, 0L), Project.CURRENCY),
                githubRepo);
    }
}
