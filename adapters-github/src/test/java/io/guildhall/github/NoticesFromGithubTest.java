package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.application.access.Secret;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.codehost.Installations.Serving;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.RepositoryName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What GitHub told others, told to us; and its signature. */
class NoticesFromGithubTest {

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final InstallationListener listener = new InstallationListener(guildhall.installations);

    /**
     * @param number which of several of the same event
     */
    record Recorded(String event, int number, JsonNode body) {

        String action() {
            return event + "." + body.path("action").asText();
        }

        long installation() {
            return body.path("installation").path("id").asLong();
        }

        List<RepositoryName> names(String field) {
            List<RepositoryName> names = new ArrayList<>();
            body.path(field)
                    .forEach(repository ->
                            names.add(
                                    RepositoryName.of(repository.path("full_name").asText())
                                            .orElseThrow()));
            return names;
        }

        @Override
        public String toString() {
            return action() + " " + number;
        }
    }

    static Stream<Recorded> recorded() {
        List<Recorded> all = new ArrayList<>();
        for (JsonNode event : PublishedApi.resource("webhooks.json")) {
            for (JsonNode body : event.path("examples")) {
                String name = event.path("name").asText();
                if (name.startsWith("installation")) {
                    all.add(new Recorded(name, all.size(), body));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void recordedNoticesChangeWhatIsServed(Recorded notice) {
        List<RepositoryName> known = List.of(new RepositoryName("somebody", "known"));
        serve(notice.installation(), known);
        serve(notice.installation(), notice.names("repositories_removed"));

        hear(notice);
        hear(notice);

        switch (notice.action()) {
            case "installation.created", "installation.new_permissions_accepted" -> {
                assertServed(notice.installation(), known);
                assertServed(notice.installation(), notice.names("repositories"));
            }
            case "installation.deleted" -> {
                assertNotServed(known);
                assertNotServed(notice.names("repositories"));
            }
            case "installation.suspend" -> assertNotServed(known);
            case "installation.unsuspend" -> assertServed(notice.installation(), known);
            case "installation_repositories.added", "installation_repositories.removed" -> {
                assertServed(notice.installation(), known);
                assertServed(notice.installation(), notice.names("repositories_added"));
                assertNotServed(notice.names("repositories_removed"));
            }
            default -> throw new AssertionError("Not foreseen: " + notice);
        }
    }

    @Test
    void everyKindThatChangesSomethingWasRecorded() {
        assertThat(recorded().map(Recorded::action).distinct())
                .containsExactlyInAnyOrder(
                        "installation.created",
                        "installation.deleted",
                        "installation.new_permissions_accepted",
                        "installation.suspend",
                        "installation.unsuspend",
                        "installation_repositories.added",
                        "installation_repositories.removed");
    }

    @Test
    void whatComesAfterARemovalChangesNothing() {
        Recorded created = only("installation.created");
        hear("installation", removal(created.installation()));

        hear(created);

        assertThat(created.names("repositories")).isNotEmpty();
        assertNotServed(created.names("repositories"));
    }

    /** Somebody lets GitHub repeat what it could not deliver. */
    @Test
    void suspensionThatIsToldAgainAfterItsEndChangesNothing() {
        Recorded suspended = only("installation.suspend");
        List<RepositoryName> known = List.of(new RepositoryName("somebody", "known"));
        serve(suspended.installation(), known);
        hear(suspended);
        hear(only("installation.unsuspend"));

        hear(suspended);

        assertServed(suspended.installation(), known);
        hear("installation", suspension(suspended.installation(), "1700000000"));
        assertNotServed(known);
        hear(only("installation.unsuspend"));
        assertNotServed(known);
    }

    /** Bounties that were posted meanwhile were posted for what it serves. */
    @Test
    void installationThatIsHeardOfLateServesFromItsBeginning() {
        Recorded created = only("installation.created");
        RepositoryName name = created.names("repositories").getFirst();

        hear(created);

        assertThat(guildhall.installations.namedSince(name))
                .contains(
                        Instant.ofEpochSecond(
                                created.body().path("installation").path("created_at").asLong()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"created_at\": \"2199-01-01T00:00:00Z\""})
    void whatIsAddedServesFromWhenWeWereTold(String createdAt) {
        Instant told = guildhall.clock.instant();
        guildhall.clock.advance(Duration.ofHours(3));
        String body =
                "{\"action\": \"created\", \"installation\": {\"id\": 7%s}, \"repositories\":"
                                .formatted(createdAt)
                        + " [{\"id\": 1, \"full_name\": \"octocat/hello\"}]}";

        hear("installation", body, told);
        hear(
                "installation_repositories",
                "{\"action\": \"added\", \"installation\": {\"id\": 7, \"created_at\": 1},"
                        + " \"repositories_added\": [{\"id\": 2, \"full_name\": \"octocat/more\"}]}",
                told);

        for (String name : List.of("hello", "more")) {
            assertThat(guildhall.installations.namedSince(new RepositoryName("octocat", name)))
                    .contains(told);
        }
    }

    @Test
    void suspensionOfNoTimeIsNotGuessedAt() {
        assertThatThrownBy(() -> hear("installation", suspension(7, "\"yesterday\"")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Notice the-id says no time");
    }

    private static String suspension(long installation, String updatedAt) {
        return "{\"action\": \"suspend\", \"installation\": {\"id\": %d, \"updated_at\": %s}}"
                .formatted(installation, updatedAt);
    }

    private static Recorded only(String action) {
        return recorded()
                .filter(notice -> notice.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void unknownActionChangesNothing() {
        hear("installation", "{\"action\": \"painted\", \"installation\": {\"id\": 7}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "[]", "{\"action\": \"deleted\", \"installation\": null}"})
    void whatIsNoNoticeFailsWithoutQuotingIt(String body) {
        assertThatThrownBy(() -> hear("installation", body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Notice the-id")
                .hasNoCause();
    }

    /** The example of GitHub's own documentation. */
    @Test
    void signatureIsGithubs() {
        var signatures = new HmacNoticeSignatures(Secret.of("It's a Secret to Everybody"));
        String body = "Hello, World!";
        String good = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

        assertThat(signatures.isSigned(body, good)).isTrue();
        assertThat(signatures.isSigned(body + " ", good)).isFalse();
        assertThat(signatures.isSigned(body, good.replace('7', '8'))).isFalse();
        assertThat(signatures.isSigned(body, good.substring(7))).isFalse();
        assertThat(signatures.isSigned(body, "sha1=" + good.substring(7))).isFalse();
        assertThat(signatures.isSigned(body, "")).isFalse();
        assertThat(signatures.isSigned(body, good + "ü")).isFalse();
    }

    private static String removal(long installation) {
        return "{\"action\": \"deleted\", \"installation\": {\"id\": %d}}".formatted(installation);
    }

    private void hear(Recorded notice) {
        hear(notice.event(), notice.body().toString());
    }

    private void hear(String event, String body) {
        hear(event, body, guildhall.clock.instant());
    }

    private void hear(String event, String body, Instant receivedAt) {
        guildhall.transactions.run(() ->
                listener.hear(
                        new Notice("the-id", event, body, receivedAt, 0),
                        guildhall.clock.instant()));
    }

    private void serve(long installation, List<RepositoryName> names) {
        guildhall.transactions.run(() ->
                guildhall.installations.serve(
                        installation,
                        names.stream().map(StubGithub::told).toList(),
                        guildhall.clock.instant()));
    }

    private void assertServed(long installation, List<RepositoryName> names) {
        assertThat(names)
                .allSatisfy(name ->
                        assertThat(guildhall.installations.serving(name))
                                .map(Serving::installation)
                                .contains(installation));
    }

    private void assertNotServed(List<RepositoryName> names) {
        assertThat(names)
                .allSatisfy(name -> assertThat(guildhall.installations.serving(name)).isEmpty());
    }
}
