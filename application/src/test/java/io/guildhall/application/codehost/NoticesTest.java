package io.guildhall.application.codehost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.application.codehost.NoticeError.NoticeNotSigned;
import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.codehost.GithubRepository;
import io.guildhall.domain.codehost.Installations.Serving;
import io.guildhall.domain.codehost.Notice;
import io.guildhall.domain.codehost.NoticeListener;
import io.guildhall.domain.codehost.Notices;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What GitHub tells is kept before it is heard, and heard once. */
class NoticesTest {

    private static final String SIGNATURE = "sha256=good";
    private static final RepositoryName REPOSITORY = new RepositoryName("octocat", "hello-world");

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final List<String> heard = new ArrayList<>();
    private final List<Notice> failed = new ArrayList<>();

    /** Fails as long as there is a reason. */
    private @Nullable RuntimeException trouble;

    private final NoticeListener listener =
            new NoticeListener() {
                @Override
                public Set<String> events() {
                    return Set.of("installation");
                }

                @Override
                public void hear(Notice notice, Instant now) {
                    heard.add(notice.body());
                    guildhall.installations.serve(
                            7, List.of(new GithubRepository(1, REPOSITORY)), now);
                    RuntimeException reason = trouble;
                    if (reason != null && notice.body().contains("trouble")) {
                        throw reason;
                    }
                }
            };

    private final HearNotices hear = hear(guildhall.notices);

    @Test
    void noticeIsHeardOnceHoweverOftenItIsTold() {
        assertThat(receive("1", "installation", "{}")).isTrue();
        assertThat(receive("1", "installation", "{}")).isFalse();

        assertThat(hear.handle(10)).isEqualTo(1);
        assertThat(receive("1", "installation", "{}")).isFalse();
        assertThat(hear.handle(10)).isZero();
        assertThat(heard).containsExactly("{}");
    }

    @Test
    void oldestIsHeardFirst() {
        receive("b", "installation", "first");
        receive("a", "installation", "second");
        receive("c", "installation", "third");

        assertThat(hear.handle(2)).isEqualTo(2);
        assertThat(heard).containsExactly("first", "second");
        assertThat(hear.handle(2)).isEqualTo(1);
    }

    @Test
    void whatNobodyListensToIsSeenAndDone() {
        receive("1", "star", "{}");

        assertThat(hear.handle(10)).isEqualTo(1);
        assertThat(hear.handle(10)).isZero();
        assertThat(heard).isEmpty();
        assertThat(failed).isEmpty();
    }

    @Test
    void onlyWhatIsSignedIsKept() {
        for (String signature : new String[] {"sha256=bad", "", null}) {
            assertThat(
                            catchThrowableOfType(
                                            RefusedException.class,
                                            () -> receive("1", "installation", "{}", signature))
                                    .error())
                    .isEqualTo(new NoticeNotSigned());
        }
        assertThat(
                        catchThrowableOfType(
                                        RefusedException.class,
                                        () -> receive(null, null, "{}", SIGNATURE))
                                .error())
                .isInstanceOf(Invalid.class);
        assertThat(hear.handle(10)).isZero();
    }

    @Test
    void failureLeavesNothingAndHoldsUpNoOther() {
        trouble = new IllegalStateException("no such field");
        receive("1", "installation", "trouble");
        receive("2", "star", "{}");

        assertThat(hear.handle(10)).isEqualTo(2);

        assertThat(guildhall.installations.serving(REPOSITORY)).isEmpty();
        assertThat(failed)
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.id()).isEqualTo("1");
                    assertThat(notice.failures()).isEqualTo(1);
                });
        trouble = null;
        assertThat(hear.handle(10)).as("it is not due yet").isZero();
        guildhall.clock.advance(Duration.ofMinutes(2));
        assertThat(hear.handle(10)).isEqualTo(1);
        assertThat(guildhall.installations.serving(REPOSITORY)).contains(new Serving(7, 1L));
    }

    @Test
    void whatAlwaysFailsIsGivenUp() {
        trouble = new IllegalStateException("no such field");
        receive("1", "installation", "trouble");
        Instant start = guildhall.clock.instant();

        while (hear.handle(10) > 0 || failed.size() < Notice.TRIES_MAX) {
            guildhall.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(failed).hasSize(Notice.TRIES_MAX);
        assertThat(failed.getLast().isGivenUp()).isTrue();
        assertThat(Duration.between(start, guildhall.clock.instant()))
                .isBetween(Duration.ofHours(17), Duration.ofHours(18));
        guildhall.clock.advance(Duration.ofDays(30));
        assertThat(hear.handle(10)).isZero();
    }

    @Test
    void crashBeforeAndAfterHearingRepeatsIt() {
        receive("1", "installation", "{}");
        Crashes crashes = new Crashes(guildhall.ports());
        Notices doomed = crashes.doomed(guildhall.notices);
        crashes.before("Notices.takeDue");
        assertThatThrownBy(() -> hear(doomed).handle(10)).isInstanceOf(Crashes.Crash.class);
        assertThat(heard).isEmpty();

        assertThat(hear.handle(10)).isEqualTo(1);
        assertThat(heard).hasSize(1);
        assertThat(guildhall.installations.serving(REPOSITORY)).contains(new Serving(7, 1L));
    }

    /** A process that dies while it hears undoes what it heard, and counts no failure. */
    @Test
    void deathWhileHearingUndoesIt() {
        receive("1", "installation", "{}");
        HearNotices dying =
                new HearNotices(
                        guildhall.transactions,
                        guildhall.notices,
                        List.of(
                                listener,
                                new NoticeListener() {
                                    @Override
                                    public Set<String> events() {
                                        return Set.of("installation");
                                    }

                                    @Override
                                    public void hear(Notice notice, Instant now) {
                                        throw new AssertionError("the power went");
                                    }
                                }),
                        guildhall.clock,
                        (notice, _) -> failed.add(notice));
        assertThatThrownBy(() -> dying.handle(10)).isInstanceOf(AssertionError.class);
        assertThat(guildhall.installations.serving(REPOSITORY)).isEmpty();

        assertThat(hear.handle(10)).isEqualTo(1);

        assertThat(heard).hasSize(2);
        assertThat(failed).isEmpty();
        assertThat(guildhall.installations.serving(REPOSITORY)).contains(new Serving(7, 1L));
    }

    private HearNotices hear(Notices notices) {
        return new HearNotices(
                guildhall.transactions,
                notices,
                List.of(listener),
                guildhall.clock,
                (notice, _) -> failed.add(notice));
    }

    private boolean receive(String id, String event, String body) {
        return receive(id, event, body, SIGNATURE);
    }

    private boolean receive(
            @Nullable String id, @Nullable String event, String body, @Nullable String signature) {
        return new ReceiveNotice(
                        guildhall.transactions,
                        guildhall.notices,
                        (_, given) -> given.equals(SIGNATURE),
                        guildhall.clock)
                .handle(new ReceiveNotice.Command(id, event, signature, body));
    }
}
