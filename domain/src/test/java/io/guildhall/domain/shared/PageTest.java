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
    void pageEndsWhereItWouldWeighTooMuchButHasOneItem() {
        Page<Integer> page = new Page<>(List.of(3, 4, 5), false);

        assertThat(page.upTo(12, weight -> weight)).isEqualTo(page);
        assertThat(page.upTo(11, weight -> weight)).isEqualTo(new Page<>(List.of(3, 4), true));
        assertThat(page.upTo(2, weight -> weight)).isEqualTo(new Page<>(List.of(3), true));
        assertThat(new Page<>(List.of(3), true).upTo(3, weight -> weight).hasMore()).isTrue();
        assertThat(new Page<>(List.<Integer>of(), false).upTo(0, weight -> weight).items())
                .isEmpty();
    }

    @Test
    void pageIsBounded() {
        assertThatThrownBy(() -> PageRequest.first(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PageRequest.first(101))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(PageRequest.first(100).limit()).isEqualTo(100);
    }
}
