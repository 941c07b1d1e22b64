package io.guildhall.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentSettingsTest {

    private static final String CANARY = "canary-5d1f0a77c4be4f0b9a3e6c2d8f10";

    @TempDir Path directory;

    @Test
    void nothingHasToBeSet() {
        assertThat(CurrentSettings.of(Map.of()).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GUILDHALL_PORT | eighty | GUILDHALL_PORT is \"eighty\", and cannot be: Expected an integer value, got \"eighty\"",
                "GUILDHALL_PORT | 70000 | GUILDHALL_PORT is 70000, and has to be from 0 to 65535",
                "GUILDHALL_FEE_BASIS_POINTS | -1 | GUILDHALL_FEE_BASIS_POINTS is -1, and has to be from 0 to 10000",
                "GUILDHALL_LIMITS_AGENT_READS | 0 | GUILDHALL_LIMITS_AGENT_READS is 0, and has to be at least 1",
                "GUILDHALL_WEBHOOKS_TIMEOUT | 26s | GUILDHALL_WEBHOOKS_TIMEOUT is PT26S, and has to be more than zero and at most 25 s",
                "GUILDHALL_CHAIN_POLL | 100ms | GUILDHALL_CHAIN_POLL is PT0.1S, and has to be at least PT1S",
                "GUILDHALL_TRACING_URL | collector:4318 | GUILDHALL_TRACING_URL is \"collector:4318\", and has to be a URL that begins with http:// or https://",
                "GUILDHALL_JDBC_URL | postgres://db/guildhall | GUILDHALL_JDBC_URL has to begin with jdbc:postgresql:",
                "GUILDHALL_KAFKA_BOOTSTRAP_SERVERS | kafka | GUILDHALL_KAFKA_BOOTSTRAP_SERVERS is \"kafka\", and has to be host:port, and more of them with commas in between",
                "GUILDHALL_KAFKA_TOPIC_PREFIX | a/b | GUILDHALL_KAFKA_TOPIC_PREFIX is \"a/b\", and has to be of letters, digits, dots, hyphens and underscores",
                "GUILDHALL_STRIPE_TIME_LIMIT | 2m | GUILDHALL_STRIPE_TIME_LIMIT is PT2M, and has to be more than zero and at most 60 s",
                "GUILDHALL_SECRET | short | GUILDHALL_SECRET has 5 characters, and has to have at least 32"
            })
    void whatCannotBeIsToldInOneSentence(String variable, String value, String sentence) {
        assertThat(CurrentSettings.of(Map.of(variable, value)).problems())
                .containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:9092",
                "a:9092,b:9092",
                "a:9092 , b:9092 ",
                "a:9092,",
                "a:9092, ,b:9092, ",
                ",a:9092",
                "SASL_SSL://a:9092,"
            })
    void brokersAreNamedAsKafkaItselfTakesThem(String servers) {
        assertThat(
                        CurrentSettings.of(Map.of("GUILDHALL_KAFKA_BOOTSTRAP_SERVERS", servers))
                                .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "a:9092 b:9092", "a:9092,b", "a,"})
    void whatKafkaDoesNotTakeIsToldBefore(String servers) {
        assertThat(
                        CurrentSettings.of(Map.of("GUILDHALL_KAFKA_BOOTSTRAP_SERVERS", servers))
                                .problems())
                .hasSize(1);
    }

    @Test
    void anUnknownWordNamesTheKnownOnes() {
        assertThat(CurrentSettings.of(Map.of("GUILDHALL_SIGNUP", "maybe")).problems())
                .singleElement()
                .asString()
                .startsWith("GUILDHALL_SIGNUP is \"maybe\", and cannot be: ")
                .containsIgnoringCase("open")
                .containsIgnoringCase("closed");
    }

    @Test
    void everyWrongValueIsToldAtOnce() {
        assertThat(
                        CurrentSettings.of(
                                        Map.of(
                                                "GUILDHALL_PORT", "eighty",
                                                "GUILDHALL_FEE_BASIS_POINTS", "ten"))
                                .problems())
                .hasSize(2);
    }

    @Test
    void eachSettingIsShownWithItsOrigin() {
        var lines = CurrentSettings.of(Map.of("GUILDHALL_PORT", "9090")).lines();

        assertThat(lines)
                .hasSameSizeAs(KnownSettings.withDefaults().keySet())
                .anyMatch(line -> line.matches("GUILDHALL_PORT +9090 +environment"))
                .anyMatch(line -> line.matches("GUILDHALL_HOST +127\\.0\\.0\\.1 +default"))
                .anyMatch(line -> line.matches("GUILDHALL_JDBC_URL +not set"));
    }

    @Test
    void noSecretIsShownOrTold() {
        for (String setting : KnownSettings.withDefaults().keySet()) {
            if (KnownSettings.isSecret(setting)) {
                var settings = CurrentSettings.of(Map.of(Variable.of(setting), CANARY));

                assertThat(settings.lines())
                        .noneMatch(line -> line.contains(CANARY))
                        .anyMatch(line ->
                                line.matches(Variable.of(setting) + " +\\(secret\\) +environment"));
                assertThat(settings.problems()).noneMatch(line -> line.contains(CANARY));
            }
        }
    }

    @Test
    void aSecretIsReadFromItsFile() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), CANARY + "\n");

        var settings = CurrentSettings.of(Map.of("GUILDHALL_SECRET_FILE", file.toString()));

        assertThat(settings.mapped().secret()).contains(CANARY);
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.lines())
                .anyMatch(line -> line.matches("GUILDHALL_SECRET +\\(secret\\) +secret files"));
    }

    @Test
    void aSecretThatIsSetTwiceStopsTheStart() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), CANARY);

        assertThatThrownBy(() ->
                        CurrentSettings.of(
                                Map.of(
                                        "GUILDHALL_JDBC_PASSWORD",
                                        CANARY,
                                        "GUILDHALL_JDBC_PASSWORD_FILE",
                                        file.toString())))
                .isInstanceOf(WrongSetting.class)
                .hasMessage(
                        "GUILDHALL_JDBC_PASSWORD and GUILDHALL_JDBC_PASSWORD_FILE are both set: one of them is enough");
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        Path nowhere = directory.resolve("nowhere");

        assertThatThrownBy(() ->
                        CurrentSettings.of(
                                Map.of("GUILDHALL_BOOTSTRAP_KEY_FILE", nowhere.toString())))
                .isInstanceOf(WrongSetting.class)
                .hasMessage(
                        "GUILDHALL_BOOTSTRAP_KEY_FILE names %s, which cannot be read or is empty",
                        nowhere);
    }
}
