package io.guildhall.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.github.AppIdentity;
import io.guildhall.github.GithubSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A GitHub App is set up whole or not at all. */
class GithubWiringTest {

    private static final String PREFIX = "guildhall.github.";
    private static final AppIdentity IDENTITY = AppIdentity.make();
    private static final Map<String, String> WHOLE =
            Map.of(
                    "app-id", "31337",
                    "private-key", IDENTITY.pkcs1(),
                    "client-id", "Iv23li0000guildhall1",
                    "client-secret", "the client secret",
                    "webhook-secret", "the webhook secret",
                    "public-url", "https://market.example/");

    @Test
    void withoutSettingsThereIsNoApp() {
        assertThat(read(Map.of())).isEmpty();
        assertThat(read(Map.of("url", "https://github.example"))).isEmpty();
    }

    @Test
    void wholeSettingsAreRead() {
        GithubSettings settings = read(WHOLE).orElseThrow();

        assertThat(settings.appId()).isEqualTo("31337");
        assertThat(settings.apiUrl().toString()).isEqualTo("https://api.github.com");
        assertThat(settings.url().toString()).isEqualTo("https://github.com");
        assertThat(settings.publicUrl().toString()).isEqualTo("https://market.example");
        assertThat(settings.timeLimit()).isEqualTo(GithubSettings.TIME_LIMIT);
        assertThat(settings.toString())
                .doesNotContain("the client secret")
                .doesNotContain("the webhook secret")
                .doesNotContain(IDENTITY.canary());
    }

    @Test
    void secretsMayLieInFiles(@TempDir Path folder) throws IOException {
        Map<String, String> files = new HashMap<>(WHOLE);
        for (String name : new String[] {"private-key", "client-secret", "webhook-secret"}) {
            Path file = folder.resolve(name);
            Files.writeString(file, WHOLE.get(name) + "\n");
            files.remove(name);
            files.put(name + "-file", file.toString());
        }

        assertThat(read(files)).isPresent();

        files.put("client-secret", "and once more");
        assertThatThrownBy(() -> read(files))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PREFIX + "client-secret")
                .hasMessageNotContaining("and once more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"private-key", "client-id", "client-secret", "webhook-secret", "public-url"})
    void whatIsMissingIsNamed(String name) {
        Map<String, String> half = new HashMap<>(WHOLE);
        half.remove(name);

        assertThatThrownBy(() -> read(half))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PREFIX + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private-key",
                "private-key-file",
                "client-id",
                "client-secret",
                "client-secret-file",
                "webhook-secret",
                "webhook-secret-file",
                "public-url"
            })
    void settingsWithoutAnAppAreRefused(String name) {
        assertThatThrownBy(() -> read(Map.of(name, "1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GUILDHALL_GITHUB_APP_ID");
    }

    @ParameterizedTest
    @CsvSource({
        "app-id, 1\"}",
        "private-key, no key at all",
        "client-id, a b",
        "public-url, market.example",
        "public-url, http://[",
        "public-url, https://market.example/?a=b",
        "api-url, ftp://github.example"
    })
    void whatIsWrongIsNamedAndNoSecretQuoted(String name, String value) {
        Map<String, String> wrong = new HashMap<>(WHOLE);
        wrong.put(name, value);

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("no key at all");
    }

    @ParameterizedTest
    @CsvSource({
        "url, https://github.example",
        "url, https://api.github.com",
        "url, https://github.com.example",
        "api-url, https://github.example/api/v3"
    })
    void otherServersAreRefused(String name, String value) {
        Map<String, String> elsewhere = new HashMap<>(WHOLE);
        elsewhere.put(name, value);

        assertThatThrownBy(() -> read(elsewhere))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PREFIX + name + " must be at ")
                .hasMessageContaining("Enterprise Server is not served");
    }

    @Test
    void standInOnTheSameMachineIsAsked() {
        Map<String, String> standIn = new HashMap<>(WHOLE);
        standIn.put("url", "http://127.0.0.1:8090");
        standIn.put("api-url", "http://localhost:8090/api/v3");

        assertThat(read(standIn)).isPresent();
    }

    private static Optional<GithubSettings> read(Map<String, String> settings) {
        Map<String, String> prefixed = new HashMap<>();
        settings.forEach((name, value) -> prefixed.put(PREFIX + name, value));
        GuildhallConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(GuildhallConfig.class)
                        .withSources(new PropertiesConfigSource(prefixed, "test", 100))
                        .build()
                        .getConfigMapping(GuildhallConfig.class);
        return GithubWiring.read(config.github()).map(GithubWiring.Github::settings);
    }
}
