package io.guildhall.rest.openbounty.github;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was shown to whoever came back from GitHub. */
@Schema(name = "ConfirmGithub")
public record ConfirmGithubJson(
        @Schema(required = true, description = "As /v1/github/callback has shown it.")
                @Nullable String code) {}
