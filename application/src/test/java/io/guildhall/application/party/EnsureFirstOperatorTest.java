package io.guildhall.application.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Market;
import io.guildhall.application.access.Authenticate.Identity;
import io.guildhall.application.access.Door;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Operators;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsureFirstOperatorTest {

    private static final String GIVEN = "correct-horse-battery-staple-4711";

    private static final String GIVEN_LATER = "incorrect-horse-battery-staple-4712";

    private final Market market = new Market();

    @Test
    void firstStartMakesTheAdminAndShowsItsKeyOnce() {
        String key = ensure(null).orElseThrow();

        assertThat(byKey(key).orElseThrow().isAdmin()).isTrue();
        assertThat(ensure(null)).isEmpty();
        assertThat(byKey(key)).isPresent();
    }

    @Test
    void givenKeyIsTheAdminsAndIsNotShown() {
        assertThat(ensure(GIVEN)).isEmpty();

        assertThat(byKey(GIVEN).orElseThrow().isAdmin()).isTrue();
    }

    @Test
    void startingAgainWithTheSameKeyChangesNothing() {
        ensure(GIVEN);
        ensure(GIVEN);

        assertThat(market.guildhall.credentials.liveOf(admin().id())).hasSize(1);
    }

    @Test
    void keyGivenLaterIsAnotherKeyOfTheSameAdmin() {
        String made = ensure(null).orElseThrow();

        assertThat(ensure(GIVEN)).isEmpty();

        assertThat(byKey(GIVEN)).isEqualTo(byKey(made));
    }

    /** As docs/operations.md says. */
    @Test
    void keyGivenLaterOutlivesTheOneBeforeItByARotation() {
        ensure(GIVEN);
        market.guildhall.clock.advance(Duration.ofDays(1));
        ensure(GIVEN_LATER);

        market.use.rotateKey.handle(
                new RotateKey.Command(
                        byKey(GIVEN_LATER).orElseThrow(), null, Door.OPENBOUNTY, false));

        assertThat(byKey(GIVEN)).isEmpty();
        assertThat(byKey(GIVEN_LATER)).isPresent();
        assertThat(market.use.ensureFirstOperator.handle(GIVEN_LATER).givenKeyIsRevoked())
                .isFalse();
    }

    @Test
    void keyThatWasRevokedStaysSoWhoeverStillGivesIt() {
        ensure(GIVEN);
        Credential leaked = market.guildhall.credentials.findLive(KeyHash.of(GIVEN)).orElseThrow();
        market.guildhall.transactions.run(() ->
                market.guildhall.credentials.revoke(leaked.id(), market.guildhall.clock.instant()));

        assertThat(market.use.ensureFirstOperator.handle(GIVEN).givenKeyIsRevoked()).isTrue();

        assertThat(byKey(GIVEN)).isEmpty();
    }

    @Test
    void ofTwoReplicasThatStartAtOnceOneMakesTheAdmin() {
        var guildhall = market.guildhall;
        var slower =
                new EnsureFirstOperator(
                        market.use.pod.context,
                        new OvertakenOperators(
                                guildhall.operators,
                                () -> market.use.ensureFirstOperator.handle(GIVEN)),
                        guildhall.credentials,
                        market.use.pod.keys);

        assertThat(slower.handle(null).madeKey()).isNull();

        assertThat(guildhall.outbox.events()).hasSize(1);
        assertThat(byKey(GIVEN)).isPresent();
    }

    /** Another adds one just before these are locked. */
    private record OvertakenOperators(Operators all, Runnable another) implements Operators {

        @Override
        public Optional<Operator> find(OperatorId id) {
            return all.find(id);
        }

        @Override
        public Optional<Operator> first() {
            return all.first();
        }

        @Override
        public void lock() {
            another.run();
        }

        @Override
        public void add(Operator operator) {
            all.add(operator);
        }

        @Override
        public void save(Operator operator) {
            all.save(operator);
        }
    }

    @Test
    void shortKeyIsRefused() {
        for (String given : List.of("", "short", "x".repeat(31))) {
            assertThatThrownBy(() -> ensure(given)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(market.guildhall.operators.first()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obk_live_000000000000000000000000000000000000",
                "opk_a-key-that-somebody-chose-with-our-prefix"
            })
    void keyThatLooksLikeOursAndWouldNeverWorkIsRefused(String given) {
        assertThatThrownBy(() -> ensure(given)).isInstanceOf(IllegalArgumentException.class);
        assertThat(market.guildhall.operators.first()).isEmpty();
    }

    @Test
    void keyOfOurMakingMayBeGiven() {
        String made =
                Objects.requireNonNull(new Market().use.ensureFirstOperator.handle(null).madeKey());

        ensure(made);

        assertThat(byKey(made)).isPresent();
    }

    private Operator admin() {
        return market.guildhall.operators.first().orElseThrow();
    }

    private Optional<String> ensure(@Nullable String given) {
        return Optional.ofNullable(market.use.ensureFirstOperator.handle(given).madeKey());
    }

    private Optional<Caller> byKey(String key) {
        return market.use.authenticate.byKey(key).map(Identity::caller);
    }
}
