package io.guildhall.rest.openbounty.stream;

import static io.guildhall.rest.openbounty.stream.Happenings.forEverybody;
import static io.guildhall.rest.openbounty.stream.Happenings.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final RecentEvents recent = new RecentEvents(4);

    @Test
    void theNewestAreKept() {
        recent.beginBehind(10);

        recent.add(forEverybody(11, 16));

        assertThat(recent.last()).isEqualTo(16);
        assertThat(recent.at(12)).isNull();
        assertThat(recent.at(13)).isEqualTo(forEverybody(13));
        assertThat(recent.at(16)).isEqualTo(forEverybody(16));
        assertThat(recent.at(17)).isNull();
    }

    @Test
    void aReaderGoesOnBehindThePlaceBeforeTheFirstThatIsKept() {
        recent.beginBehind(10);
        assertThat(recent.goesOnBehind(9)).isFalse();
        assertThat(recent.goesOnBehind(10)).isTrue();

        recent.add(forEverybody(11, 16));

        assertThat(recent.goesOnBehind(11)).isFalse();
        assertThat(recent.goesOnBehind(12)).isTrue();
        assertThat(recent.goesOnBehind(16)).isTrue();
        assertThat(recent.goesOnBehind(20)).isTrue();
    }

    @Test
    void anEventIsFoundByItsIdWhileItIsKept() {
        recent.beginBehind(10);
        recent.add(forEverybody(11, 16));

        assertThat(recent.placeOf(uuid(13))).hasValue(13);
        assertThat(recent.placeOf(uuid(12))).isEmpty();
    }

    @Test
    void behindAGapNothingOfBeforeIsLeft() {
        recent.beginBehind(10);
        recent.add(forEverybody(11, 13));

        recent.add(forEverybody(15, 16));

        assertThat(recent.goesOnBehind(12)).isFalse();
        assertThat(recent.goesOnBehind(13)).isFalse();
        assertThat(recent.goesOnBehind(14)).isTrue();
        assertThat(recent.at(15)).isEqualTo(forEverybody(15));
    }

    @Test
    void whatCameBeforeTheBeginningWasKnownStays() {
        recent.add(List.of(forEverybody(11)));
        recent.beginBehind(10);

        assertThat(recent.goesOnBehind(10)).isTrue();
        assertThat(recent.last()).isEqualTo(11);
    }
}
