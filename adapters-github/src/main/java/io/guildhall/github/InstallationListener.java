package io.guildhall.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.domain.codehost.GithubRepository;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.NoticeListener;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Hears on which repositories our App is installed. */
public final class InstallationListener implements NoticeListener {

    private final Installations installations;

    public InstallationListener(Installations installations) {
        this.installations = installations;
    }

    @Override
    public Set<String> events() {
        return Set.of("installation", "installation_repositories");
    }

    /** What GitHub may tell of one some day, and we do not know yet, changes nothing. */
    @Override
    public void hear(Notice notice, Instant now) {
        JsonNode told = NoticeBody.of(notice);
        long installation = told.path("installation").path("id").asLong();
        if (installation <= 0) {
            throw NoticeBody.broken(notice, "names no installation");
        }
        String action = notice.event() + "." + told.path("action").asText();
        switch (action) {
            case "installation.created", "installation.new_permissions_accepted" ->
                    installations.serve(
                            installation,
                            repositories(told.path("repositories")),
                            toldOf(notice, told, now));
            case "installation.deleted" -> installations.remove(installation, now);
            case "installation.suspend" ->
                    installations.suspend(installation, true, toldAt(notice, told, now), now);
            case "installation.unsuspend" ->
                    installations.suspend(installation, false, toldAt(notice, told, now), now);
            case "installation_repositories.added", "installation_repositories.removed" -> {
                // Either tells of both.
                installations.leave(
                        installation,
                        repositories(told.path("repositories_removed")).stream()
                                .map(GithubRepository::name)
                                .toList(),
                        now);
                installations.serve(
                        installation,
                        repositories(told.path("repositories_added")),
                        toldOf(notice, told, now));
            }
            default -> {
                // Nothing about what is served.
            }
        }
    }

    /**
     * When what it serves was so: from its own beginning, of which GitHub may tell much later, and
     * else when we were told. When something was added later, it does not say.
     */
    private static Instant toldOf(Notice notice, JsonNode told, Instant now) {
        Instant heard = earlier(notice.receivedAt(), now);
        return told.path("action").asText().equals("created")
                ? earlier(time(notice, told.path("installation").path("created_at"), heard), heard)
                : heard;
    }

    /** A delivery that is repeated says the same again. */
    private static Instant toldAt(Notice notice, JsonNode told, Instant now) {
        return time(notice, told.path("installation").path("updated_at"), now);
    }

    /**
     * GitHub writes it in either of two ways.
     *
     * @param untold where it says none
     */
    private static Instant time(Notice notice, JsonNode time, Instant untold) {
        if (time.isIntegralNumber()) {
            return Instant.ofEpochSecond(time.asLong());
        }
        if (!time.isTextual()) {
            return untold;
        }
        try {
            return OffsetDateTime.parse(time.asText()).toInstant();
        } catch (DateTimeParseException _) {
            throw NoticeBody.broken(notice, "says no time");
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<GithubRepository> repositories(JsonNode told) {
        List<GithubRepository> repositories = new ArrayList<>();
        told.forEach(repository ->
                RepositoryListener.repository(repository).ifPresent(repositories::add));
        return repositories;
    }
}
