package io.guildhall.rest.openbounty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why something is done. */
@Schema(name = "Reason")
public record ReasonJson(@Nullable String reason) {

    /** Empty when the request has no body either. */
    public static String textOf(@Nullable ReasonJson given) {
        return given == null ? "" : Given.text(given.reason());
    }
}
