package io.guildhall.rest.openpod.repository;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.codehost.RepositoryToken;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What lets its bearer write code in one repository for a while. */
@Schema(name = "RepositoryToken")
@JsonNaming(SnakeCaseStrategy.class)
public record TokenJson(
        String token,
        Instant expiresAt,
        Permissions permissions,
        String repoOwner,
        String repoName,
        String repoFullName) {

    /** What it is good for, in GitHub's words. */
    @Schema(name = "RepositoryPermissions")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Permissions(String contents, String pullRequests) {}

    static TokenJson of(RepositoryToken token) {
        return new TokenJson(
                token.secret(),
                token.expiresAt(),
                new Permissions("write", "write"),
                token.repository().owner(),
                token.repository().name(),
                token.repository().toString());
    }
}
