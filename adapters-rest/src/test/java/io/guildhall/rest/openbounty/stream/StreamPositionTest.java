package io.guildhall.rest.openbounty.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.rest.openbounty.Cursor;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {

    private static final int MANY = 2_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 256, 4_294_967_296L, Long.MAX_VALUE})
    void whatIsHandedBackIsWhatWasHandedOut(long place) {
        String text = StreamPosition.text(place);

        assertThat(text).matches("[A-Za-z0-9_-]{12}");
        assertThat(StreamPosition.place(text)).contains(place);
    }

    @Test
    void whatWasTamperedWithIsNoPlaceBeforeTheStream() {
        var random = new Random(7);
        for (int round = 0; round < MANY; round++) {
            var text = new StringBuilder(StreamPosition.text(round));
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(' ', 128));

            StreamPosition.place(text.toString())
                    .ifPresent(place -> assertThat(place).isNotNegative());
        }
        assertThat(StreamPosition.place(StreamPosition.text(-1))).isEmpty();
    }

    @Test
    void theCursorOfAListIsNone() {
        assertThat(StreamPosition.place(Cursor.text(Cursor.newestFirst(new UUID(1, 2))))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "=", "next", "evt_01ARZ3NDEKTSV4RRFFQ69G5FAV", "💥", "%00"})
    void wordsAreNone(String text) {
        assertThat(StreamPosition.place(text)).isEmpty();
    }
}
