package io.guildhall.application.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.PlainCommentSeals;
import io.guildhall.domain.codehost.RepositoryName;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SealedCommentsTest {

    private static final RepositoryName HELLO = new RepositoryName("octocat", "hello-world");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final SealedComments comments = new SealedComments(new PlainCommentSeals());
    private final String said = comments.sealed(HELLO, 7, "Fifty **usd**.\n\nFor you.", NOW);

    @Test
    void commentIsOursWhereItWasSaid() {
        assertThat(comments.saidAt(HELLO, 7, said)).contains(NOW);
        assertThat(comments.saidAt(HELLO, 7, said.replace("\n", "\r\n") + "\r\n")).contains(NOW);
    }

    @Test
    void copyElsewhereIsAnImpostors() {
        assertThat(comments.saidAt(HELLO, 8, said)).isEmpty();
        assertThat(comments.saidAt(new RepositoryName("octocat", "other"), 7, said)).isEmpty();
    }

    @Test
    void changedTextIsAnImpostors() {
        assertThat(comments.saidAt(HELLO, 7, said.replace("Fifty", "Sixty"))).isEmpty();
        assertThat(comments.saidAt(HELLO, 7, "More: " + said)).isEmpty();
        assertThat(comments.saidAt(HELLO, 7, said + "\nAnd more.")).isEmpty();
        assertThat(comments.saidAt(HELLO, 7, said.replace("plain.", "other."))).isEmpty();
        assertThat(comments.saidAt(HELLO, 7, "Fifty **usd**.")).isEmpty();
    }

    @Test
    void sealIsHidden() {
        assertThat(said.lines().toList().getLast()).startsWith("<!-- guildhall:").endsWith(" -->");
    }
}
