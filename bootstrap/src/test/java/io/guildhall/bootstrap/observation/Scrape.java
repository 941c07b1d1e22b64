package io.guildhall.bootstrap.observation;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Prometheus gets.
 *
 * @param lines with values, without comments
 */
record Scrape(List<String> lines) {

    private static final Pattern NAME = Pattern.compile("[a-z_]+");

    static Scrape now() {
        return new Scrape(
                RestAssured.get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    Set<String> names() {
        return lines.stream()
                .map(NAME::matcher)
                .filter(Matcher::lookingAt)
                .map(Matcher::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every value that a label of one metric has. */
    Set<String> labels(String metric, String label) {
        Pattern value = Pattern.compile("[{,]" + label + "=\"([^\"]*)\"");
        Set<String> values = new TreeSet<>();
        lines.stream()
                .filter(line -> line.startsWith(metric + "{"))
                .forEach(line -> {
                    Matcher found = value.matcher(line);
                    if (found.find()) {
                        values.add(found.group(1));
                    }
                });
        return values;
    }

    /** The sum over all lines of the metric that have these labels. */
    double sum(String metric, String... labels) {
        return lines.stream()
                .filter(line -> line.matches(Pattern.quote(metric) + "[{ ].*"))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
