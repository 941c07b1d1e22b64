package io.guildhall.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void oneRowMoreThanAskedForMeansThatThereIsMore() {
        assertThat(Page.of(List.of(1, 2, 3), 2)).isEqualTo(new Page<>(List.of(1, 2), true));
        assertThat(Page.of(List.of(1, 2), 2)).isEqualTo(new Page<>(List.of(1, 2), false));
        assertThat(Page.of(List.<Integer>of(), 2)).isEqualTo(new Page<>(List.of(), false));
    }

    @Test
    void pageKeepsItsPlaceWhenItsItemsAreShownOtherwise() {
        assertThat(new Page<>(List.of(1, 2), true).map(String::valueOf))
                .isEqualTo(new Page<>(List.of("1", "2"), true));
    }

    @Test
    void pageIsBounded() {
        assertThatThrownBy(() -> PageRequest.first(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PageRequest.first(101))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(PageRequest.first(100).limit()).isEqualTo(100);
    }
}
