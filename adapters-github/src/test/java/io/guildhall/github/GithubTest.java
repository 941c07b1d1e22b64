package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.application.access.Secret;
import io.guildhall.application.inmemory.TestClock;
import io.guildhall.domain.codehost.GithubUnavailable;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.RefusedException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;

/** Our App at a GitHub that looks closely at what it is asked. */
abstract class GithubTest {

    /** So long that a busy machine is not taken for an outage. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    /** The stub's clock is the real one, so that this has to begin there. */
    final TestClock clock = new TestClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));

    final StubGithub github = StubGithub.start();
    final GithubSettings settings = settings(StubGithub.CLIENT_SECRET, TIME_LIMIT);

    GithubSettings settings(String clientSecret, Duration timeLimit) {
        return new GithubSettings(
                StubGithub.APP_ID,
                AppKey.of(Secret.of(github.identity().pkcs1())),
                StubGithub.CLIENT_ID,
                Secret.of(clientSecret),
                Secret.of(StubGithub.WEBHOOK_SECRET),
                github.apiUrl(),
                github.url(),
                URI.create("https://market.example/"),
                timeLimit);
    }

    @AfterEach
    void nothingWasAskedThatGithubWouldNotTake() {
        github.close();
        assertThat(github.complaints()).isEmpty();
    }

    static DomainError refusal(Runnable question) {
        return catchThrowableOfType(RefusedException.class, question::run).error();
    }

    static GithubUnavailable outage(Runnable question) {
        DomainError error = refusal(question);
        assertThat(error).isInstanceOf(GithubUnavailable.class);
        return (GithubUnavailable) error;
    }
}
