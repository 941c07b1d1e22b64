package io.guildhall.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvalidTest {

    private static final int MANY = 40_000;

    /** All of one hash, which a set of Java's that never changes compares each with each. */
    @Test
    void listThatIsTooLongIsLookedAtNoFurther() {
        List<String> alike =
                IntStream.range(0, MANY)
                        .mapToObj(number ->
                                Integer.toBinaryString((1 << 16) + number)
                                        .replace("0", "Aa")
                                        .replace("1", "BB"))
                        .toList();

        Effort.isLittle(() ->
                assertThat(new Invalid.Check().words(alike, "tags", 50, 10).problems())
                        .containsExactly(new FieldProblem("tags", "must hold at most 50 entries")));
    }
}
