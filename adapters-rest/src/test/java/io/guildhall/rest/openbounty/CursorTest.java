package io.guildhall.rest.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.BountyBoard.Position;
import io.guildhall.application.access.BountyBoard.Sort;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final int MANY = 2_000;

    @ParameterizedTest
    @EnumSource
    void whatIsHandedBackIsWhatWasHandedOut(Sort sort) {
        var random = new Random(7);
        for (int round = 0; round < MANY; round++) {
            var position =
                    new Position(
                            sort,
                            random.nextLong(Long.MAX_VALUE),
                            new UUID(random.nextLong(), random.nextLong()));

            assertThat(Cursor.position(Cursor.text(position))).contains(position);
        }
    }

    @Test
    void aCursorGoesIntoAnAddressAsItIs() {
        var random = new Random(7);
        for (int round = 0; round < MANY; round++) {
            var position = Cursor.newestFirst(new UUID(random.nextLong(), random.nextLong()));

            assertThat(Cursor.text(position)).matches("[A-Za-z0-9_-]{34}");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyOtherTextIsNoCursorAndNoFailure(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < MANY; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);

            assertThat(Cursor.position(new String(bytes, StandardCharsets.ISO_8859_1))).isEmpty();
            isNoneOrAPlaceToGoOnFrom(Base64.getUrlEncoder().encodeToString(bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aCursorThatWasTamperedWithIsNoFailure(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < MANY; round++) {
            var text = new StringBuilder(Cursor.text(Cursor.newestFirst(new UUID(seed, round))));
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(' ', 128));

            isNoneOrAPlaceToGoOnFrom(text.toString());
        }
    }

    private static void isNoneOrAPlaceToGoOnFrom(String text) {
        Cursor.position(text).ifPresent(position -> assertThat(position.key()).isNotNegative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "=", "next", "bnt_01ARZ3NDEKTSV4RRFFQ69G5FAV", "💥", "%00"})
    void wordsAreNoCursor(String text) {
        assertThat(Cursor.position(text)).isEmpty();
    }
}
