package io.guildhall.rest.openbounty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.application.access.BountyBoard.Sort;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.rest.problem.BadRequestException;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {

    private final QueryReader reader = new QueryReader();

    @Test
    void whatIsNotSentIsNotAskedFor() {
        assertThat(reader.text("q", null)).isNull();
        assertThat(reader.text("q", "  ")).isNull();
        assertThat(reader.flag("ai_agents_allowed", "")).isNull();
        assertThat(reader.wholeNumber("min_reward_cents", null)).isNull();
        assertThat(reader.word("currency", null, Currency.class)).isNull();
        assertThat(reader.limit(null)).isEqualTo(20);
        reader.orThrow();
    }

    @Test
    void wordsAreTakenInAnyCase() {
        assertThat(reader.flag("ai_agents_allowed", "True")).isTrue();
        assertThat(reader.word("currency", "USDC", Currency.class)).isEqualTo(Currency.USDC);
        reader.orThrow();
    }

    @Test
    void oneAnswerNamesEveryParameterAtFault() {
        reader.flag("ai_agents_allowed", "maybe");
        reader.word("currency", "eur", Currency.class);
        reader.wholeNumber("min_reward_cents", "-1");
        reader.text("q", "a\0b");
        reader.id("poster_id", "bnt_1", OpenBountyIds.OPERATOR);
        reader.limit("101");
        reader.cursor("x", Sort.NEWEST);

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(reader::orThrow)
                .satisfies(bad ->
                        assertThat(bad.problems())
                                .containsExactly(
                                        new FieldProblem(
                                                "ai_agents_allowed", "must be true or false"),
                                        new FieldProblem("currency", "must be one of usd, usdc"),
                                        new FieldProblem(
                                                "min_reward_cents",
                                                "must be a whole number from 0"),
                                        new FieldProblem("q", "must not hold a null character"),
                                        new FieldProblem(
                                                "poster_id", "must be an id that begins with opr_"),
                                        new FieldProblem(
                                                "limit", "must be a whole number from 1 to 100"),
                                        new FieldProblem(
                                                "cursor",
                                                "must be the next_cursor of an earlier answer, unchanged")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-03-02",
                "-1000000000-01-01T00:00:00Z",
                "+300000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void aTimeIsOfYearsThatCanBeReckonedWith(String written) {
        reader.instant("since", written);

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(reader::orThrow)
                .withMessageContaining("1970 to 9999");
    }

    @Test
    void aTimeMayHaveAnOffsetAndNoSeconds() {
        assertThat(reader.instant("since", "2026-03-02T09:00+01:00"))
                .isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
        reader.orThrow();
    }

    @Test
    void aCursorStaysWithItsSort() {
        reader.cursor(Cursor.text(Cursor.newestFirst(new UUID(1, 2))), Sort.REWARD);

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(reader::orThrow)
                .withMessageContaining("another sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-3", "ten", "1.5", "99999999999999999999", "0x10"})
    void aPageHoldsOneToAHundredItems(String limit) {
        reader.limit(limit);

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(reader::orThrow)
                .withMessageContaining("1 to 100");
    }
}
