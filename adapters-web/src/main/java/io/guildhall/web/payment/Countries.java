package io.guildhall.web.payment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Where somebody can be, by the names that people know. */
final class Countries {

    /**
     * @param code two capital letters
     */
    record Country(String code, String name) {}

    private static final List<Country> ALL =
            Arrays.stream(Locale.getISOCountries())
                    .map(code -> new Country(code, name(code)))
                    .sorted(Comparator.comparing(Country::name))
                    .toList();

    private Countries() {}

    static List<Country> all() {
        return ALL;
    }

    /** The code itself where no country has it. */
    static String name(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
