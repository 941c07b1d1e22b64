package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.codehost.Installations.Serving;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.RepositoryName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What notices about anything in a repository say of the repository. */
class RepositoryListenerTest {

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final RepositoryListener listener = new RepositoryListener(guildhall.installations);

    record Recorded(String event, ObjectNode body) {

        RepositoryName name() {
            return RepositoryName.of(body.path("repository").path("full_name").asText())
                    .orElseThrow();
        }

        Recorded by(long installation) {
            ObjectNode told = body.deepCopy();
            told.putObject("installation").put("id", installation);
            return new Recorded(event, told);
        }

        Recorded byNobody() {
            ObjectNode told = body.deepCopy();
            told.remove("installation");
            return new Recorded(event, told);
        }

        @Override
        public String toString() {
            return event + "." + body.path("action").asText();
        }
    }

    static Stream<Recorded> recorded() {
        List<Recorded> all = new ArrayList<>();
        for (String file : List.of("pulls.webhooks.json", "comments.webhooks.json")) {
            for (JsonNode event : PublishedApi.resource(file)) {
                for (JsonNode body : event.path("examples")) {
                    all.add(new Recorded(event.path("name").asText(), (ObjectNode) body));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void repositoryThatIsSpokenOfIsServed(Recorded notice) {
        hear(notice.byNobody());
        assertThat(guildhall.installations.serving(notice.name())).isEmpty();

        hear(notice.by(7));
        hear(notice.by(8));

        assertThat(guildhall.installations.serving(notice.name()))
                .contains(new Serving(7, notice.body().path("repository").path("id").asLong()));
    }

    @Test
    void repositoryThatIsHeardOfLateIsKnownFromWhenWeWereTold() {
        Instant told = guildhall.clock.instant();
        Recorded notice = recorded().findFirst().orElseThrow().by(7);
        Notice kept = notice(notice);
        guildhall.clock.advance(Duration.ofHours(3));

        guildhall.transactions.run(() -> listener.hear(kept, guildhall.clock.instant()));

        assertThat(guildhall.installations.namedSince(notice.name())).contains(told);
    }

    @Test
    void everythingIsHeardThatOthersHearOfARepository() {
        Set<String> others =
                new HashSet<>(
                        new PullRequestListener(guildhall.trackedPullRequests, guildhall.agentLinks)
                                .events());
        others.addAll(new CommentListener(guildhall.commentCommands).events());

        assertThat(listener.events()).isEqualTo(others);
    }

    private void hear(Recorded recorded) {
        Notice notice = notice(recorded);
        guildhall.transactions.run(() -> listener.hear(notice, guildhall.clock.instant()));
    }

    private Notice notice(Recorded recorded) {
        return new Notice(
                "the-id",
                recorded.event(),
                recorded.body().toString(),
                guildhall.clock.instant(),
                0);
    }
}
