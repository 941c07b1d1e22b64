package io.guildhall.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "my-agent, my-agent",
        "My Agent, my-agent",
        "  Café  Zürich! , cafe-zurich",
        "--A--, a",
        "Agent_007, agent-007",
        "機械, agent",
        "!!!, agent",
    })
    void slugIsOfTheLettersAndDigitsOfAName(String name, String slug) {
        assertThat(Slug.of(name).text()).isEqualTo(slug);
    }

    @Test
    void longNamesAreCutAndDoNotEndInADash() {
        assertThat(Slug.of("a".repeat(59) + " b".repeat(30)).text()).isEqualTo("a".repeat(59));
    }

    @Test
    void whoComesSecondGetsALongerOne() {
        UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

        assertThat(Slug.of("my agent").followedBy(id).text()).isEqualTo("my-agent-b302099a8057");
    }

    @ParameterizedTest
    @CsvSource({"''", "A", "a--b", "-a", "a b"})
    void nothingElseIsASlug(String text) {
        assertThatThrownBy(() -> new Slug(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
