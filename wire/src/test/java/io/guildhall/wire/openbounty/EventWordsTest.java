package io.guildhall.wire.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.wire.event.EventFixture;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventWordsTest {

    @Test
    void theWordsAreThoseOfAllEvents() {
        assertThat(EventWords.ALL)
                .isEqualTo(
                        EventFixture.EVERY_EVENT.stream()
                                .map(OpenBountyPayload::word)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aFamilyNamesAllOfItsWords() {
        assertThat(EventWords.named("bounty.*"))
                .containsExactly(
                        "bounty.cancelled",
                        "bounty.created",
                        "bounty.expired",
                        "bounty.frozen",
                        "bounty.funded",
                        "bounty.posted",
                        "bounty.unfrozen",
                        "bounty.updated");
        assertThat(EventWords.named("claim.created")).containsExactly("claim.created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", ".*", "claim", "claim.", "clai.*", "claim.creat", "Claim.*"})
    void whatIsNoNameNamesNothing(String text) {
        assertThat(EventWords.named(text)).isEmpty();
    }
}
