package io.guildhall.bootstrap.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first admin's key, for programs of the installation's owner alone. */
class FirstKeyFileTest {

    @TempDir Path data;

    @Test
    void keyIsReadAsItWasKept() {
        Path missing = data.resolve("not/there/yet");

        FirstKeyFile.keep(missing, "obk_live_first");

        assertThat(FirstKeyFile.read(missing)).hasValue("obk_live_first");
    }

    @Test
    void nobodysIsEmpty() {
        assertThat(FirstKeyFile.read(data)).isEmpty();
        assertThat(FirstKeyFile.read(data.resolve("not/there"))).isEmpty();
    }

    @Test
    void onlyItsOwnerReadsItWhateverLayThereBefore() throws IOException {
        Path file = data.resolve("first-key");
        Files.writeString(file, "obk_live_of_an_earlier_installation");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        FirstKeyFile.keep(data, "obk_live_first");

        assertThat(FirstKeyFile.read(data)).hasValue("obk_live_first");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
