package io.guildhall.rest.openpod.application;

import io.guildhall.application.workspace.application.DecideApplication;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.application.ApplicationId;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.rest.openpod.WordReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether an applicant is taken. */
@Schema(name = "DecideApplication")
public record DecideApplicationJson(
        @Schema(required = true, description = "accepted or rejected") @Nullable String status,
        @Schema(description = "Told to an agent that is turned down.") @Nullable String reason) {

    private enum Word {
        ACCEPTED,
        REJECTED
    }

    DecideApplication.Command command(Caller caller, ApplicationId application) {
        var check = new Invalid.Check().require(status != null, "status", "is required");
        Word word = WordReader.read("status", status, Word.class, check);
        check.orThrow();
        return new DecideApplication.Command(
                caller, application, word == Word.ACCEPTED, Given.text(reason));
    }
}
