package io.guildhall.bootstrap.configuration;

import java.util.Locale;

/** The environment variable that sets a setting. */
final class Variable {

    private Variable() {}

    /**
     * @param setting such as {@code guildhall.fee-basis-points}
     */
    static String of(String setting) {
        return setting.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
