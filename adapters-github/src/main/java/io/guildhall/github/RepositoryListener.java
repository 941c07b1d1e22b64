package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.domain.codehost.GithubRepository;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.NoticeListener;
import io.guildhall.domain.codehost.RepositoryName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Hears which repository it is that a notice is about, whatever else it says: of a new name, and of
 * one that another repository has now, GitHub tells our App nothing by itself.
 */
public final class RepositoryListener implements NoticeListener {

    private final Installations installations;

    public RepositoryListener(Installations installations) {
        this.installations = installations;
    }

    @Override
    public Set<String> events() {
        return Set.of(
                "issue_comment", "pull_request", "pull_request_review", "check_suite", "status");
    }

    /** A webhook that is not our App's names no installation, and is passed over. */
    @Override
    public void hear(Notice notice, Instant now) {
        JsonNode told = NoticeBody.of(notice);
        long installation = told.path("installation").path("id").asLong();
        if (installation > 0) {
            Instant toldOf = notice.receivedAt().isBefore(now) ? notice.receivedAt() : now;
            repository(told.path("repository"))
                    .ifPresent(repository -> installations.meet(installation, repository, toldOf));
        }
    }

    /** Empty for what is none. */
    static Optional<GithubRepository> repository(JsonNode told) {
        long id = told.path("id").asLong();
        return RepositoryName.of(told.path("full_name").asText())
                .filter(_ -> id > 0)
                .map(name -> new GithubRepository(id, name));
    }
}
