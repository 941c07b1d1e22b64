package io.guildhall.bootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.guildhall.bootstrap.configuration.KnownSettings;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There may be no container engine here: what can be held against the code is. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DeployFilesTest {

    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern VARIABLE = Pattern.compile("GUILDHALL_[A-Z_]+");
    private static final Pattern PATH = Pattern.compile("/q/[a-z]+(?:/[a-z]+)?");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Containerfile.jvm",
                "Containerfile.native",
                "compose.yaml",
                "kubernetes.yaml",
                "aot-cache"
            })
    void everyVariableIsASetting(String file) throws IOException {
        Set<String> named = found(VARIABLE, text(file));

        assertThat(named).isNotEmpty();
        assertThat(KnownSettings.strangersAmong(named)).isEmpty();
    }

    @Test
    void aVariableThatIsNoneIsSeen() {
        assertThat(KnownSettings.strangersAmong(found(VARIABLE, "ENV GUILDHALL_PROT=8080")))
                .containsExactly("Nobody reads GUILDHALL_PROT: did you mean GUILDHALL_PORT?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes.yaml"})
    void everyPathThatIsAskedAnswers(String file) throws IOException {
        Set<String> paths = found(PATH, text(file));

        assertThat(paths).contains("/q/health/started", "/q/health/ready", "/q/health/live");
        assertThat(paths)
                .allSatisfy(path ->
                        assertThat(RestAssured.get(path).statusCode()).as(path).isEqualTo(200));
    }

    @Test
    void portsAreThoseOfTheImages() throws IOException {
        String port =
                KnownSettings.withDefaults()
                        .getOrDefault("guildhall.port", Optional.empty())
                        .orElseThrow();

        for (String image : List.of("Containerfile.jvm", "Containerfile.native")) {
            assertThat(text(image)).contains("GUILDHALL_PORT=" + port, "EXPOSE " + port);
        }
        assertThat(compose().at("/services/guildhall/ports/0").asText()).endsWith(":" + port);
        assertThat(container().at("/ports/0/containerPort").asText()).isEqualTo(port);
    }

    @Test
    void nobodyIsRootAndNothingIsWrittenButVolumes() throws IOException {
        for (String image : List.of("Containerfile.jvm", "Containerfile.native")) {
            assertThat(text(image))
                    .contains("USER 10001:10001", "VOLUME [\"/data\", \"/tmp\"]", "HEALTHCHECK");
        }
        JsonNode service = compose().at("/services/guildhall");
        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(service.path("user").asText()).isEqualTo("10001:10001");
        assertThat(service.path("cap_drop").toString()).contains("ALL");
        JsonNode limits = container().path("securityContext");
        assertThat(limits.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(limits.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(pod().at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(mounts()).contains("/data", "/tmp");
    }

    /** A Service named guildhall would have every pod told GUILDHALL_PORT=tcp://…. */
    @Test
    void noServiceSetsOurSettings() throws IOException {
        assertThat(pod().path("enableServiceLinks").asBoolean(true)).isFalse();
    }

    /** What it waits for itself is in application.properties; the others have to wait longer. */
    @Test
    void whoStopsItWaitsLongerThanItDoes() throws IOException {
        int drained = seconds(property("quarkus.shutdown.timeout"));
        int before = container().at("/lifecycle/preStop/sleep/seconds").asInt();

        assertThat(pod().path("terminationGracePeriodSeconds").asInt())
                .isGreaterThan(drained + before);
        assertThat(seconds(compose().at("/services/guildhall/stop_grace_period").asText()))
                .isGreaterThan(drained);
    }

    @Test
    void everySecretFileIsMounted() throws IOException {
        JsonNode secrets = compose().path("secrets");
        for (String file : found(Pattern.compile("/run/secrets/[a-z-]+"), text("compose.yaml"))) {
            assertThat(secrets.has(file.substring("/run/secrets/".length()))).as(file).isTrue();
        }
        assertThat(mounts()).contains("/run/secrets/guildhall");
    }

    @Test
    void theReleaseBuildsWhatIsThere() throws IOException {
        String release = Files.readString(Path.of("..", ".github", "workflows", "release.yaml"));

        assertThat(YAML.readTree(release).path("jobs").isObject()).isTrue();
        for (String file : found(Pattern.compile("(?:deploy|\\.ci)/[A-Za-z.]+"), release)) {
            assertThat(Path.of("..").resolve(file)).exists();
        }
    }

    private static Set<String> mounts() throws IOException {
        Set<String> paths = new TreeSet<>();
        container()
                .path("volumeMounts")
                .forEach(mount -> paths.add(mount.path("mountPath").asText()));
        return paths;
    }

    private static JsonNode compose() throws IOException {
        return YAML.readTree(text("compose.yaml"));
    }

    private static JsonNode pod() throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(text("kubernetes.yaml"))) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                if (document.path("kind").asText().equals("Deployment")) {
                    return document.at("/spec/template/spec");
                }
            }
        }
        throw new AssertionError("No Deployment");
    }

    private static JsonNode container() throws IOException {
        return pod().at("/containers/0");
    }

    private static String property(String name) throws IOException {
        try (Stream<String> lines =
                Files.lines(Path.of("src", "main", "resources", "application.properties"))) {
            return lines.filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int seconds(String text) {
        assertThat(text.toLowerCase(Locale.ROOT)).endsWith("s");
        return Integer.parseInt(text.substring(0, text.length() - 1));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String file) throws IOException {
        return Files.readString(DEPLOY.resolve(file));
    }
}
