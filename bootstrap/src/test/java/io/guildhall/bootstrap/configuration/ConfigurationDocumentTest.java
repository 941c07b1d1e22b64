package io.guildhall.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document names what there is, no more and no less, with its defaults. */
class ConfigurationDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");
    private static final String SUFFIX = "_FILE";

    private static SettingsTable table;

    @BeforeAll
    static void read() throws IOException {
        table = SettingsTable.of(Files.readString(DOCUMENT));
    }

    @Test
    void everySettingIsDescribed() {
        assertThat(table.variables())
                .containsAll(
                        KnownSettings.withDefaults().keySet().stream()
                                .map(Variable::of)
                                .filter(name -> !name.endsWith(SUFFIX))
                                .toList());
    }

    @Test
    void nothingElseIsDescribed() {
        var known = new TreeMap<String, Optional<String>>();
        KnownSettings.withDefaults()
                .forEach((setting, preset) -> known.put(Variable.of(setting), preset));

        assertThat(table.variables())
                .filteredOn(name -> !KnownSettings.OF_THE_SCRIPT.contains(name))
                .isSubsetOf(known.keySet());
    }

    @Test
    void defaultsAreThoseOfTheService() {
        SortedMap<String, Optional<String>> presets = new TreeMap<>();
        KnownSettings.withDefaults()
                .forEach((setting, preset) -> presets.put(Variable.of(setting), preset));

        presets.forEach((variable, preset) ->
                preset.ifPresent(value ->
                        assertThat(table.presetOf(variable))
                                .as("the default of %s in the document", variable)
                                .isEqualTo(value)));
    }

    @Test
    void aTableThatSaysOtherwiseIsSeen() {
        var other =
                SettingsTable.of(
                        """
                        | variable | means | default |
                        | --- | --- | --- |
                        | `GUILDHALL_PORT`, `_HOST` | where | 80, `0.0.0.0` |
                        """);

        assertThat(other.variables()).containsExactly("GUILDHALL_PORT", "GUILDHALL_HOST");
        assertThat(other.presetOf("GUILDHALL_PORT")).isEqualTo("80");
        assertThat(other.presetOf("GUILDHALL_HOST")).isEqualTo("0.0.0.0");
    }
}
