package io.guildhall.rest.openpod.position;

import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to become of a position. */
@Schema(name = "ChangePosition")
public record ChangePositionJson(
        @Schema(required = true, description = "closed") @Nullable String status) {

    void mustClose() {
        if (!"closed".equals(status)) {
            throw new RefusedException(Invalid.field("status", "must be closed"));
        }
    }
}
