package io.guildhall.rest.openpod.project;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectFilter;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.rest.openpod.SliceQuery;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which projects are asked for. */
public record ProjectsQuery(
        @BeanParam SliceQuery slice,
        @QueryParam("status")
                @Parameter(
                        description =
                                "open or closed. Closed ones are told to those who were in them.")
                @Nullable String status,
        @QueryParam("capability")
                @Parameter(description = "One that an open position of the project requires.")
                @Nullable String capability,
        @QueryParam("min_budget_cents") @Nullable String minBudgetCents,
        @QueryParam("max_budget_cents") @Nullable String maxBudgetCents,
        @QueryParam("mine") @Parameter(description = "true for those that you own or work in.")
                @Nullable String mine) {

    private enum Word {
        OPEN,
        CLOSED
    }

    /** The same, understood. */
    record Read(ProjectFilter filter, boolean mine, Slice slice) {}

    Read read() {
        QueryReader reader = new QueryReader();
        Slice wanted = slice.read(reader);
        Word word = reader.word("status", status, Word.class);
        boolean own = Boolean.TRUE.equals(reader.flag("mine", mine));
        ProjectFilter filter =
                new ProjectFilter(
                        isOpen(word, own),
                        reader.text("capability", capability),
                        money(reader.wholeNumber("min_budget_cents", minBudgetCents)),
                        money(reader.wholeNumber("max_budget_cents", maxBudgetCents)),
                        null,
                        null);
        reader.orThrow();
        return new Read(filter, own || word == Word.CLOSED, wanted);
    }

    /** Nobody who only looks around wants to see what is over. */
    private static @Nullable Boolean isOpen(@Nullable Word word, boolean own) {
        if (word == null && own) {
            return null;
        }
        return word != Word.CLOSED;
    }

    private static @Nullable Money money(@Nullable Long cents) {
        return cents == null ? null : Money.cents(cents, Project.CURRENCY);
    }
}
