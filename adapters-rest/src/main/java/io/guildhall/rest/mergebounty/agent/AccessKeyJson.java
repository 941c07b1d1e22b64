package io.guildhall.rest.mergebounty.agent;

import io.guildhall.application.access.ApiKeys.MintedKey;
import io.guildhall.application.access.Door;
import io.guildhall.rest.gate.OneTimeSecret;
import io.guildhall.rest.mergebounty.Shown;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The key that names an agent in the requests that its wallet signs. */
@Schema(name = "AccessKey")
public record AccessKeyJson(
        @Schema(description = "Shown now and never again; null when the answer is replayed.")
                @OneTimeSecret
                @Nullable String raw,
        @Schema(description = "How the key begins, to recognise it by.") String prefix,
        @Schema(format = "date-time") String createdAt) {

    /** So much of what is secret is shown for good; what is left is still too much to guess. */
    private static final int SHOWN_LENGTH = 8;

    static AccessKeyJson of(MintedKey minted) {
        return new AccessKeyJson(
                minted.key(),
                minted.key().substring(0, Door.MERGEBOUNTY.agentPrefix().length() + SHOWN_LENGTH),
                Shown.time(minted.credential().createdAt()));
    }
}
