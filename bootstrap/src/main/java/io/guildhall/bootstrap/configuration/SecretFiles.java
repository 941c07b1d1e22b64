package io.guildhall.bootstrap.configuration;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives a secret the content of the mounted file that its setting with {@code -file} names. The
 * secrets of chain, GitHub and payments are read from their files by their own settings.
 */
public final class SecretFiles implements ConfigSourceFactory {

    static final List<String> SECRETS =
            List.of(
                    "guildhall.secret",
                    "guildhall.bootstrap-key",
                    "guildhall.jdbc.password",
                    "guildhall.quality.key",
                    "guildhall.oidc.client-secret");

    private static final String FILE = "-file";
    private static final int BYTES_MAX = 16 * 1024;

    /** Above the environment: the value it gives is the only one there is. */
    private static final int ORDINAL = 310;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> contents = new HashMap<>();
        for (String secret : SECRETS) {
            String file = value(context, secret + FILE);
            if (file == null) {
                continue;
            }
            if (value(context, secret) != null) {
                throw new WrongSetting(
                        "%s and %s_FILE are both set: one of them is enough"
                                .formatted(Variable.of(secret), Variable.of(secret)));
            }
            contents.put(secret, read(secret, Path.of(file)));
        }
        return contents.isEmpty()
                ? List.of()
                : List.of(new PropertiesConfigSource(contents, "secret files", ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    private static @Nullable String value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null || value.getValue().isBlank()
                ? null
                : value.getValue();
    }

    private static String read(String secret, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            String content =
                    new String(bytes.readNBytes(BYTES_MAX), StandardCharsets.UTF_8).strip();
            if (!content.isEmpty()) {
                return content;
            }
        } catch (IOException _) {
            // Told below; the reason of the system may quote the path only.
        }
        throw new WrongSetting(
                "%s_FILE names %s, which cannot be read or is empty"
                        .formatted(Variable.of(secret), file));
    }
}
