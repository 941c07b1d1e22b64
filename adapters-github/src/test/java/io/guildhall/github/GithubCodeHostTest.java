package io.guildhall.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.GithubCodeRefused;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes back from GitHub, and how GitHub's troubles are told. */
class GithubCodeHostTest extends GithubTest {

    private static final GithubAccount BOT = new GithubAccount(583_231, "octocat");

    private final GithubCodeHost host = new GithubCodeHost(settings, clock);

    @Test
    void consentPageNamesTheAppTheWayBackAndTheState() {
        URI page = host.consentPage("a&b");

        assertThat(page.toString())
                .startsWith(github.url() + "/login/oauth/authorize?")
                .contains("client_id=" + StubGithub.CLIENT_ID)
                .contains("redirect_uri=https%3A%2F%2Fmarket.example%2Fv1%2Fgithub%2Fcallback")
                .contains("state=a%26b");
        assertThat(github.asked()).isEmpty();
    }

    @Test
    void codeTellsWhoCame() {
        assertThat(host.whoCameWith(github.consented(BOT))).isEqualTo(BOT);

        assertThat(github.asked())
                .containsExactly("POST /login/oauth/access_token", "GET /api/v3/user");
    }

    @Test
    void codeIsGoodOnce() {
        String code = github.consented(BOT);
        host.whoCameWith(code);

        assertThat(refusal(() -> host.whoCameWith(code))).isEqualTo(new GithubCodeRefused());
        assertThat(refusal(() -> host.whoCameWith("made up"))).isEqualTo(new GithubCodeRefused());
    }

    @Test
    void wrongSecretOfOursIsNoFaultOfWhoCame() {
        GithubCodeHost wrong = new GithubCodeHost(settings("another secret", TIME_LIMIT), clock);

        assertThat(outage(() -> wrong.whoCameWith(github.consented(BOT))).reason())
                .contains("App")
                .doesNotContain("another secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void troubleAtGithubIsAnOutage(int status) {
        github.fail(status, Map.of());

        assertThat(outage(() -> host.whoCameWith("code")).reason())
                .contains(String.valueOf(status));
        github.recover();
        assertThat(host.whoCameWith(github.consented(BOT))).isEqualTo(BOT);
    }

    @Test
    void silenceIsNotWaitedForLong() {
        Duration second = Duration.ofSeconds(1);
        GithubCodeHost impatient =
                new GithubCodeHost(settings(StubGithub.CLIENT_SECRET, second), clock);
        github.fallSilent();

        assertThat(outage(() -> impatient.whoCameWith("code")).reason()).contains("in time");
    }

    @Test
    void nobodyThereIsAnOutage() {
        github.close();

        assertThat(outage(() -> host.whoCameWith("code")).reason()).contains("no connection");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void whenItAsksToWaitNobodyAsksItUntilThen(int status) {
        github.fail(status, Map.of("Retry-After", "30"));
        assertThat(outage(() -> host.whoCameWith("code")).retryAfter())
                .isEqualTo(Duration.ofSeconds(30));
        github.recover();
        int asked = github.asked().size();

        clock.advance(Duration.ofSeconds(20));
        assertThat(outage(() -> host.whoCameWith("code")).retryAfter())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(github.asked()).hasSize(asked);

        clock.advance(Duration.ofSeconds(10));
        assertThat(host.whoCameWith(github.consented(BOT))).isEqualTo(BOT);
    }

    @Test
    void whosePersonalLimitIsSpentHoldsUpNobodyElse() {
        String spent = github.consented(BOT);
        Duration left = Duration.ofMinutes(50);
        github.spend(BOT, clock.instant().plus(left));
        GithubAccount other = new GithubAccount(583_232, "hubot");

        assertThat(outage(() -> host.whoCameWith(spent)).retryAfter()).isEqualTo(left);
        assertThat(host.whoCameWith(github.consented(other))).isEqualTo(other);
    }

    @Test
    void spentLimitIsWaitedForUntilItsReset() {
        github.fail(
                403,
                Map.of(
                        "X-RateLimit-Remaining",
                        "0",
                        "X-RateLimit-Reset",
                        String.valueOf(clock.instant().plusSeconds(600).getEpochSecond())));

        assertThat(outage(() -> host.whoCameWith("code")).retryAfter())
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void tooManyWithoutATimeIsAMinute() {
        github.fail(429, Map.of());

        assertThat(outage(() -> host.whoCameWith("code")).retryAfter())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void absurdPausesAreAnHourAtMost() {
        github.fail(429, Map.of("Retry-After", "999999999"));

        assertThat(outage(() -> host.whoCameWith("code")).retryAfter())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void plainRefusalIsNoPause() {
        github.fail(403, Map.of("X-RateLimit-Remaining", "4999"));
        assertThat(outage(() -> host.whoCameWith("code")).retryAfter()).isNull();
        github.recover();

        assertThat(host.whoCameWith(github.consented(BOT))).isEqualTo(BOT);
    }

    @Test
    void settingsTellNoSecret() {
        assertThat(settings.toString())
                .doesNotContain(StubGithub.CLIENT_SECRET)
                .doesNotContain(StubGithub.WEBHOOK_SECRET)
                .doesNotContain(github.identity().canary());
    }
}
