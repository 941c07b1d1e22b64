package io.guildhall.bootstrap.configuration;

import io.guildhall.bootstrap.GuildhallConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The settings as they are now, from the same places that the service reads them from. */
public final class CurrentSettings {

    /** Above the usual one: the service writes durations as {@code 15s}, too. */
    private static final int CONVERTER_PRIORITY = 200;

    private static final Path FILE = Path.of("config", "application.properties");

    /** What the library says of a value that it cannot read, with its own numbers of errors. */
    private static final Pattern UNREADABLE =
            Pattern.compile(
                    "(?:[\\w.]+: )?SRCFG\\d+: The config property (\\S+) with the config value \"(.*)\" threw an"
                            + " Exception whilst being converted (?:SRCFG\\d+: )?(.*)",
                    Pattern.DOTALL);

    /** How the library names a source that is made of properties. */
    private static final Pattern PROPERTIES =
            Pattern.compile("PropertiesConfigSource\\[source=(.*)]");

    private static final Pattern NUMBERED = Pattern.compile("(?:[\\w.]+: )?SRCFG\\d+: ");

    private final SmallRyeConfig config;

    private CurrentSettings(SmallRyeConfig config) {
        this.config = config;
    }

    /**
     * @throws WrongSetting when a file that holds a secret cannot be read
     */
    public static CurrentSettings read() {
        var builder =
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .addDefaultSources()
                        .withSources(new DotEnvConfigSourceProvider())
                        .withSources(new SecretFiles());
        if (Files.exists(FILE)) {
            try {
                builder.withSources(new PropertiesConfigSource(FILE.toUri().toURL(), 260));
            } catch (IOException unreadable) {
                throw new WrongSetting(FILE + " cannot be read: " + unreadable.getMessage());
            }
        }
        return new CurrentSettings(builder.build());
    }

    /** The same with what is given here and no other place, for tests. */
    static CurrentSettings of(Map<String, String> variables) {
        return new CurrentSettings(
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(environment(variables))
                        .withSources(new SecretFiles())
                        .build());
    }

    private static ConfigSource environment(Map<String, String> variables) {
        return new EnvConfigSource(variables, 300);
    }

    /**
     * A line for each setting: its variable, its value, where that comes from. Secrets are only
     * said to be set.
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        KnownSettings.withDefaults()
                .forEach((name, preset) -> {
                    ConfigValue value = config.getConfigValue(name);
                    String given = value.getValue();
                    boolean isGiven = given != null && !given.isEmpty();
                    String shown = isGiven ? KnownSettings.shown(name, given) : preset.orElse("");
                    lines.add(
                            "%-48s %-32s %s"
                                    .formatted(
                                            Variable.of(name),
                                            shown,
                                            isGiven
                                                    ? origin(value)
                                                    : preset.isPresent() ? "default" : "not set"));
                });
        return lines;
    }

    private static String origin(ConfigValue value) {
        String source = Objects.requireNonNullElse(value.getConfigSourceName(), "");
        if (source.startsWith("EnvConfigSource")) {
            return "environment";
        }
        return source.startsWith("SysPropConfigSource")
                ? "system property"
                : PROPERTIES.matcher(source).replaceFirst("$1");
    }

    /**
     * @return what cannot be used, in one sentence each, which names the setting, its value unless
     *     it is a secret, and what it should be; empty when the service can start
     */
    public List<String> problems() {
        GuildhallConfig settings;
        try {
            settings = mapped();
        } catch (ConfigValidationException invalid) {
            return unreadable(invalid);
        }
        return Bounds.brokenBy(settings);
    }

    /**
     * @throws ConfigValidationException when there are {@link #problems}
     */
    public GuildhallConfig mapped() {
        return new SmallRyeConfigBuilder()
                .withSources(sources())
                .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
                .withMapping(GuildhallConfig.class)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(GuildhallConfig.class);
    }

    private List<ConfigSource> sources() {
        List<ConfigSource> sources = new ArrayList<>();
        config.getConfigSources().forEach(sources::add);
        return sources;
    }

    private static List<String> unreadable(ConfigValidationException invalid) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < invalid.getProblemCount(); i++) {
            sentences.add(sentence(invalid.getProblem(i).getMessage()));
        }
        return sentences;
    }

    private static String sentence(String message) {
        Matcher unreadable = UNREADABLE.matcher(message);
        if (!unreadable.matches()) {
            return NUMBERED.matcher(message).replaceAll("");
        }
        String name = unreadable.group(1);
        boolean isSecret = KnownSettings.isSecret(name);
        return isSecret
                ? "%s cannot be read".formatted(Variable.of(name))
                : "%s is \"%s\", and cannot be: %s"
                        .formatted(
                                Variable.of(name),
                                unreadable.group(2),
                                NUMBERED.matcher(unreadable.group(3)).replaceAll(""));
    }
}
