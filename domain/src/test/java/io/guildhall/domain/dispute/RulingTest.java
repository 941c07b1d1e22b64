package io.guildhall.domain.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulingTest {

    @Test
    void allOrNothingIsNoSplit() {
        assertThat(Ruling.ofShare(0)).isEqualTo(new Ruling.ForPoster());
        assertThat(Ruling.ofShare(1)).isEqualTo(new Ruling.Split(1));
        assertThat(Ruling.ofShare(9_999)).isEqualTo(new Ruling.Split(9_999));
        assertThat(Ruling.ofShare(10_000)).isEqualTo(new Ruling.ForAgent());
    }

    @Test
    void rulingGivesTheShareItWasMadeOf() {
        assertThat(IntStream.rangeClosed(0, 10_000))
                .allMatch(share -> Ruling.ofShare(share).agentShare() == share);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 10_001, Integer.MAX_VALUE})
    void thereIsNoOtherShare(int agentShareBps) {
        assertThatThrownBy(() -> Ruling.ofShare(agentShareBps))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void splitLeavesBothSomething(int agentShareBps) {
        assertThatThrownBy(() -> new Ruling.Split(agentShareBps))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
