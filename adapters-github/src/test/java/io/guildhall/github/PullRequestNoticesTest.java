package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.pullrequest.PullRequestName;
import io.guildhall.domain.pullrequest.Sighting.Stage;
import io.guildhall.domain.pullrequest.TrackedPullRequest;
import io.guildhall.domain.pullrequest.TrackedPullRequest.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hears what GitHub has published as examples of its notices about pull requests. */
class PullRequestNoticesTest {

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final PullRequestListener listener =
            new PullRequestListener(guildhall.trackedPullRequests, guildhall.agentLinks);

    record Recorded(String event, JsonNode body) {

        String action() {
            return event + "." + body.path("action").asText();
        }

        PullRequestName name() {
            return new PullRequestName(
                    repository(), body.path("pull_request").path("number").asInt());
        }

        RepositoryName repository() {
            return RepositoryName.of(body.path("repository").path("full_name").asText())
                    .orElseThrow();
        }

        long author() {
            return body.path("pull_request").path("user").path("id").asLong();
        }

        @Override
        public String toString() {
            return action();
        }
    }

    static Stream<Recorded> recorded() {
        List<Recorded> all = new ArrayList<>();
        for (JsonNode event : PublishedApi.resource("pulls.webhooks.json")) {
            for (JsonNode body : event.path("examples")) {
                all.add(new Recorded(event.path("name").asText(), body));
            }
        }
        return all.stream();
    }

    static Stream<Recorded> ofPullRequests() {
        return recorded().filter(notice -> notice.event().startsWith("pull_request"));
    }

    static Stream<Recorded> ofChecks() {
        return recorded().filter(notice -> !notice.event().startsWith("pull_request"));
    }

    @ParameterizedTest
    @MethodSource("ofPullRequests")
    void agentsPullRequestIsDueOnceSomethingHasHappenedToIt(Recorded notice) {
        link(notice.author());

        hear(notice);
        hear(notice);

        boolean isOfInterest = !notice.action().equals("pull_request.labeled");
        assertThat(guildhall.trackedPullRequests.find(notice.name()).isPresent())
                .isEqualTo(isOfInterest);
        if (isOfInterest) {
            assertThat(kept(notice.name()).dueAt()).isEqualTo(guildhall.clock.instant());
        }
    }

    @ParameterizedTest
    @MethodSource("ofPullRequests")
    void pullRequestOfNobodyWeKnowIsPassedOver(Recorded notice) {
        hear(notice);

        assertThat(guildhall.trackedPullRequests.find(notice.name())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofPullRequests")
    void whatLiesStillIsWoken(Recorded notice) {
        asleep(notice.name(), "0".repeat(40));

        hear(notice);

        assertThat(kept(notice.name()).dueAt() != null)
                .isEqualTo(!notice.action().equals("pull_request.labeled"));
        assertThat(kept(notice.name()).askedAt() != null)
                .isEqualTo(notice.action().equals("pull_request.review_requested"));
    }

    @ParameterizedTest
    @MethodSource("ofChecks")
    void endOfAHeadsChecksWakesWhatHasThatHead(Recorded notice) {
        JsonNode body = notice.body();
        String head =
                notice.event().equals("status")
                        ? body.path("sha").asText()
                        : body.path("check_suite").path("head_sha").asText();
        PullRequestName name = new PullRequestName(notice.repository(), 5);
        PullRequestName other = new PullRequestName(notice.repository(), 6);
        asleep(name, head);
        asleep(other, "0".repeat(40));

        hear(notice);

        boolean isEnd = !notice.action().equals("check_suite.requested");
        assertThat(kept(name).dueAt() != null).isEqualTo(isEnd);
        assertThat(kept(other).dueAt()).isNull();
    }

    @Test
    void everyKindThatChangesSomethingWasRecorded() {
        assertThat(recorded().map(Recorded::event).distinct())
                .containsExactlyInAnyOrderElementsOf(listener.events());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "[]",
                "{\"action\": \"opened\", \"repository\": {\"full_name\": \"a/b\"}}",
                "{\"action\": \"opened\", \"pull_request\": {\"number\": 1}}"
            })
    void whatIsNoNoticeFailsWithoutQuotingIt(String body) {
        assertThatThrownBy(() -> hear("pull_request", body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Notice the-id")
                .hasNoCause();
    }

    private void hear(Recorded notice) {
        hear(notice.event(), notice.body().toString());
    }

    private void hear(String event, String body) {
        Instant now = guildhall.clock.instant();
        guildhall.transactions.run(
                () -> listener.hear(new Notice("the-id", event, body, now, 0), now));
    }

    private void link(long account) {
        AgentLink link =
                AgentLink.of(new AgentId(UUID.randomUUID()), null)
                        .linked(new GithubAccount(account, "octobot"));
        guildhall.transactions.run(() -> guildhall.agentLinks.add(link));
    }

    /** Somebody's work, with this head when it was last looked at; nothing is due. */
    private void asleep(PullRequestName name, String head) {
        Instant earlier = guildhall.clock.instant().minus(Duration.ofDays(1));
        TrackedPullRequest asleep =
                TrackedPullRequest.found(name, earlier)
                        .assign(
                                new BountyId(UUID.randomUUID()),
                                new ClaimId(UUID.randomUUID()),
                                true,
                                earlier)
                        .orThrow()
                        .state()
                        .looked(
                                new Seen(Stage.OPEN, head, Set.of(), Set.of(), earlier, null),
                                null,
                                earlier);
        guildhall.transactions.run(() -> guildhall.trackedPullRequests.add(asleep));
    }

    private TrackedPullRequest kept(PullRequestName name) {
        return guildhall.trackedPullRequests.find(name).orElseThrow();
    }
}
