package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.comment.CommentCommand;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments as GitHub told others of them, with words of ours. */
class CommentListenerTest {

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final CommentListener listener = new CommentListener(guildhall.commentCommands);

    @Test
    void commandInANewCommentIsKept() {
        ObjectNode told = recorded("created");

        hear(with(told, "Please.\r\n\r\n/bounty 50 USDC\r\nThanks"));
        hear(with(told, "/bounty 60"));

        assertThat(kept(told))
                .contains(
                        CommentCommand.hear(
                                told.path("comment").path("id").asLong(),
                                RepositoryName.of(
                                                told.path("repository").path("full_name").asText())
                                        .orElseThrow(),
                                told.path("issue").path("number").asInt(),
                                false,
                                new GithubAccount(
                                        told.path("comment").path("user").path("id").asLong(),
                                        told.path("comment").path("user").path("login").asText()),
                                "/bounty 50 USDC",
                                guildhall.clock.instant()));
    }

    @Test
    void commentOnAPullRequestSaysSo() {
        ObjectNode told = with(recorded("created"), "/claim");
        ((ObjectNode) told.path("issue")).putObject("pull_request").put("url", "https://x.example");

        hear(told);

        assertThat(kept(told)).map(CommentCommand::isOnPullRequest).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edited", "deleted"})
    void whatBecomesOfACommentChangesNothing(String action) {
        ObjectNode told = with(recorded(action), "/bounty 50");

        hear(told);

        assertThat(kept(told)).isEmpty();
    }

    @Test
    void machinesGiveNoCommands() {
        ObjectNode byBot = with(recorded("created"), "/bounty 50");
        ((ObjectNode) byBot.path("comment").path("user")).put("type", "Bot");
        ObjectNode byApp = with(recorded("created"), "/bounty 50");
        ((ObjectNode) byApp.path("comment")).putObject("performed_via_github_app").put("id", 7);
        ObjectNode sentByBot = with(recorded("created"), "/bounty 50");
        ((ObjectNode) sentByBot.path("sender")).put("type", "Bot");

        hear(byBot);
        hear(byApp);
        hear(sentByBot);

        assertThat(kept(byBot)).isEmpty();
    }

    @Test
    void talkIsNoCommand() {
        ObjectNode told = recorded("created");

        hear(told);

        assertThat(kept(told)).isEmpty();
    }

    @Test
    void whatIsNoJsonFailsWithoutQuotingIt() {
        assertThatThrownBy(() -> hear("{secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Notice the-id is no JSON");
    }

    private static ObjectNode recorded(String action) {
        for (JsonNode event : PublishedApi.resource("comments.webhooks.json")) {
            for (JsonNode body : event.path("examples")) {
                if (body.path("action").asText().equals(action)) {
                    return body.deepCopy();
                }
            }
        }
        throw new AssertionError("Not recorded: " + action);
    }

    private static ObjectNode with(ObjectNode told, String body) {
        ObjectNode changed = told.deepCopy();
        ((ObjectNode) changed.path("comment")).put("body", body);
        return changed;
    }

    private Optional<CommentCommand> kept(JsonNode told) {
        return guildhall.commentCommands.find(told.path("comment").path("id").asLong());
    }

    private void hear(JsonNode told) {
        hear(told.toString());
    }

    private void hear(String body) {
        guildhall.transactions.run(() ->
                listener.hear(
                        new Notice("the-id", "issue_comment", body, guildhall.clock.instant(), 0),
                        guildhall.clock.instant()));
    }
}
