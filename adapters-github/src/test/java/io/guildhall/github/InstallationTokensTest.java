package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.RepositoryNotServed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens for one repository each, used again while they last. */
class InstallationTokensTest extends GithubTest {

    private static final RepositoryName ONE = new RepositoryName("Codertocat", "Hello-World");
    private static final RepositoryName OTHER = new RepositoryName("codertocat", "other");
    private static final String MAKING = "POST /api/v3/app/installations/7/access_tokens";

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final InstallationTokens tokens =
            new InstallationTokens(settings, guildhall.installations, clock);

    @BeforeEach
    void installed() {
        github.install(7, "hello-world", "other");
        serve(7, ONE, OTHER);
    }

    @Test
    void tokenIsForOneRepositoryAndUsedAgain() {
        InstallationToken first = tokens.forRepository(ONE);
        InstallationToken again = tokens.forRepository(ONE);
        InstallationToken other = tokens.forRepository(OTHER);

        assertThat(first.token()).startsWith("ghs_").isEqualTo(again.token());
        assertThat(other.token()).isNotEqualTo(first.token());
        assertThat(made()).isEqualTo(2);
    }

    @Test
    void tokenIsRenewedBeforeItsEnd() {
        InstallationToken first = tokens.forRepository(ONE);
        clock.advance(Duration.ofMinutes(49));
        assertThat(tokens.forRepository(ONE).token()).isEqualTo(first.token());
        // GitHub's clock stands where it stood, and it would not take a key's token of the future.
        github.fail(503, Map.of());
        clock.advance(Duration.ofMinutes(2));

        outage(() -> tokens.forRepository(ONE));
        github.recover();
        clock.advance(Duration.ofMinutes(-51));
        InstallationToken known = tokens.forRepository(ONE);
        assertThat(known.token()).isEqualTo(first.token());
        assertThat(first.isFresh(first.expiresAt().minus(Duration.ofMinutes(10)))).isFalse();
    }

    @Test
    void manyAtOnceShareOne() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int count = 0; count < 8; count++) {
            threads.add(Thread.startVirtualThread(() -> tokens.forRepository(ONE)));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(made()).isEqualTo(1);
    }

    @Test
    void whileGithubHangsOneWaitsForItAndNotEachAfterTheOther() throws InterruptedException {
        var impatient =
                new InstallationTokens(
                        settings(StubGithub.CLIENT_SECRET, Duration.ofSeconds(1)),
                        guildhall.installations,
                        clock);
        github.fallSilent();
        List<Thread> threads = new ArrayList<>();
        for (int count = 0; count < 8; count++) {
            threads.add(
                    Thread.startVirtualThread(() -> outage(() -> impatient.forRepository(ONE))));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(github.asked()).hasSizeLessThanOrEqualTo(1);
        assertThat(outage(() -> impatient.forRepository(OTHER)).retryAfter())
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void installationThatIsRefusedKeepsNoneFromOthers() {
        github.fail(403, Map.of());
        outage(() -> tokens.forRepository(ONE));
        github.recover();

        assertThat(tokens.forRepository(OTHER).token()).startsWith("ghs_");
    }

    @Test
    void whereTheAppIsNotInstalledThereIsNone() {
        RepositoryName stranger = new RepositoryName("codertocat", "stranger");
        assertThat(refusal(() -> tokens.forRepository(stranger)))
                .isEqualTo(new RepositoryNotServed(stranger));
        assertThat(github.asked()).isEmpty();

        serve(7, stranger);
        assertThat(refusal(() -> tokens.forRepository(stranger)))
                .as("GitHub knows better")
                .isEqualTo(new RepositoryNotServed(stranger));
        serve(8, stranger);
        assertThat(refusal(() -> tokens.forRepository(stranger)))
                .isEqualTo(new RepositoryNotServed(stranger));
    }

    @Test
    void removedInstallationGivesNotEvenAKnownToken() {
        tokens.forRepository(ONE);
        guildhall.transactions.run(() -> guildhall.installations.remove(7, clock.instant()));

        assertThat(refusal(() -> tokens.forRepository(ONE)))
                .isEqualTo(new RepositoryNotServed(ONE));
    }

    @Test
    void keyThatGithubDoesNotKnowIsOurTrouble() {
        GithubSettings wrong =
                new GithubSettings(
                        "1",
                        settings.key(),
                        settings.clientId(),
                        settings.clientSecret(),
                        settings.webhookSecret(),
                        settings.apiUrl(),
                        settings.url(),
                        settings.publicUrl(),
                        TIME_LIMIT);
        var stranger = new InstallationTokens(wrong, guildhall.installations, clock);

        assertThat(outage(() -> stranger.forRepository(ONE)).reason()).contains("App");
    }

    @Test
    void tokenIsInNoText() {
        InstallationToken token = tokens.forRepository(ONE);

        assertThat(token.toString()).doesNotContain(token.token()).contains("hello-world");
    }

    private long made() {
        return github.asked().stream().filter(MAKING::equals).count();
    }

    private void serve(long installation, RepositoryName... names) {
        guildhall.transactions.run(() ->
                guildhall.installations.serve(
                        installation,
                        Stream.of(names).map(StubGithub::told).toList(),
                        clock.instant()));
    }
}
