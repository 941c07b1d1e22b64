package io.guildhall.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSettingTest {

    @Test
    void secretComesFromAValueOrAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, "  from a file\n");

        assertThat(SecretSetting.read(Optional.empty(), Optional.empty())).isEmpty();
        assertThat(revealed(Optional.of("a value"), Optional.empty())).isEqualTo("a value");
        assertThat(revealed(Optional.empty(), Optional.of(file))).isEqualTo("from a file");
        assertThatThrownBy(() -> revealed(Optional.of("a value"), Optional.of(file)))
                .hasMessageContaining("not by both")
                .hasMessageNotContaining("a value,");
        assertThatThrownBy(() -> revealed(Optional.empty(), Optional.of(folder.resolve("none"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> revealed(Optional.of(" \n"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String revealed(Optional<String> value, Optional<Path> file) {
        return SecretSetting.read(value, file).orElseThrow().revealed();
    }
}
