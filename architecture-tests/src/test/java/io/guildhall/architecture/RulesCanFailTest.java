package io.guildhall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule fails on the house with the counterexamples added: a rule that cannot fail protects
 * nothing.
 */
class RulesCanFailTest {

    private static final JavaClasses HOUSE_WITH_COUNTEREXAMPLES =
            new ClassFileImporter().importPackages("io.guildhall");

    static Stream<Field> rules() {
        return Stream.of(
                        DependencyRules.class,
                        PurityRules.class,
                        NamingRules.class,
                        AccessRules.class)
                .flatMap(rules -> Arrays.stream(rules.getDeclaredFields()))
                .filter(field -> field.getType() == ArchRule.class);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleFailsOnACounterexample(Field rule) throws IllegalAccessException {
        ArchRule asked = (ArchRule) rule.get(null);

        String report = asked.evaluate(HOUSE_WITH_COUNTEREXAMPLES).getFailureReport().toString();

        assertThat(report).matches("(?s).*(counterexample|persistence\\.util).*");
    }
}
