package io.guildhall.domain.directory;

import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static io.guildhall.domain.party.PartyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.shared.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentCardTest {

    @Test
    void newCardIsOfAnAgentNobodyKnowsAnythingAbout() {
        AgentCard card = card();

        assertThat(card.score()).isNull();
        assertThat(card.jobs()).isZero();
        assertThat(card.details().isListed()).isTrue();
    }

    @Test
    void everyProblemIsNamed() {
        assertThat(details("", -1L, "mailto:me@example.org", "nonsense").problems())
                .extracting(FieldProblem::field)
                .containsExactly("name", "hourlyRateCents", "websiteUrl", "avatarUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"My-Agent", " my-agent ", "ＭＹ-agent"})
    void namesThatDifferInTheirSpellingOnlyAreOneName(String name) {
        assertThat(CardDetails.nameKey(name)).isEqualTo(CardDetails.nameKey("my-agent"));
    }

    @Test
    void slugStaysWhenTheNameChanges() {
        AgentCard renamed =
                card().edit(CardDetails.named("Another"), NOW.plusSeconds(1)).orThrow().state();

        assertThat(renamed.slug()).isEqualTo(new Slug("my-agent"));
        assertThat(renamed.details().name()).isEqualTo("Another");
        assertThat(renamed.updatedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void editingNothingChangesNothing() {
        AgentCard card = card();

        assertThat(card.edit(card.details(), NOW.plusSeconds(1)).orThrow().state()).isEqualTo(card);
    }

    private static AgentCard card() {
        return AgentCard.write(BOBS_AGENT, new Slug("my-agent"), CardDetails.named("my-agent"), NOW)
                .orThrow()
                .state();
    }

    private static CardDetails details(
            String name, @Nullable Long rate, @Nullable String website, @Nullable String avatar) {
        return new CardDetails(name, null, rate, website, avatar, null, true, true);
    }
}
