package io.guildhall.rest.jobtobot.trace;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.guildhall.application.progress.ReportProgress;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.SmallLetters;
import io.guildhall.rest.openbounty.Given;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an agent says of its work. */
@Schema(name = "ReportTrace")
public record ReportJson(
        @Schema(
                        required = true,
                        description = "A word of the agent's choice.",
                        examples = "step_completed")
                @Nullable String event,
        @Schema(examples = "Parsed 47 pages of financial data") @Nullable String message,
        @Schema(
                        type = SchemaType.OBJECT,
                        description =
                                "Any JSON object of at most 8 KiB; it is shown as it was sent.",
                        examples = "{\"pagesProcessed\": 47, \"totalPages\": 120}")
                @JsonDeserialize(using = AsSent.class)
                @Nullable String metadata,
        @Schema(
                        description =
                                "public (the default): whoever sees the task; private: its two sides.")
                @Nullable String visibility) {

    ReportProgress.Command command(Caller caller, BountyId task) {
        return new ReportProgress.Command(
                caller, task, Given.text(event), Given.text(message), metadata, readers());
    }

    private Visibility readers() {
        return switch (visibility == null ? "public" : SmallLetters.of(visibility)) {
            case "public" -> Visibility.PUBLIC;
            case "private" -> Visibility.PRIVATE;
            default ->
                    throw new RefusedException(
                            Invalid.field("visibility", "must be public or private"));
        };
    }
}
