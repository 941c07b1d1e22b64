package io.guildhall.quality;

import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.quality.GateVerdict.Outcome;
import io.guildhall.domain.quality.GateVerdict.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How well the built-in scorer tells the labelled deliveries apart, as a page of the docs. */
final class ScorerReport {

    private final Map<Labelled, GateVerdict> judged;

    ScorerReport(Map<Labelled, GateVerdict> judged) {
        this.judged = judged;
    }

    String page(String introduction, String closing) {
        StringBuilder page = new StringBuilder(introduction);
        page.append("\n## By label\n\n")
                .append("| label | deliveries | fail | warn | pass | lowest | median | highest |\n")
                .append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        byLabel().forEach((label, verdicts) -> page.append(row(label, verdicts)));
        page.append("\n## Confusion\n\n");
        for (String half : List.of("tuning", "held_out", "late")) {
            page.append(confusion(half));
        }
        page.append("\n## What is looked at\n\n")
                .append("| part | weight | mean of good work | mean of the rest |\n")
                .append("| --- | ---: | ---: | ---: |\n");
        parts().forEach(page::append);
        return page.append(closing).toString();
    }

    long count(String half, boolean isWork, boolean letThrough) {
        return judged.entrySet().stream()
                .filter(entry -> entry.getKey().base() == null)
                .filter(entry -> !entry.getKey().label().equals("fluent_false"))
                .filter(entry -> entry.getKey().half().equals(half))
                .filter(entry -> entry.getKey().isWork() == isWork)
                .filter(entry -> (entry.getValue().outcome() != Outcome.FAIL) == letThrough)
                .count();
    }

    private Map<String, List<GateVerdict>> byLabel() {
        Map<String, List<GateVerdict>> byLabel = new LinkedHashMap<>();
        judged.forEach((labelled, verdict) ->
                byLabel.computeIfAbsent(labelled.label(), _ -> new ArrayList<>()).add(verdict));
        return byLabel;
    }

    private static String row(String label, List<GateVerdict> verdicts) {
        List<Integer> scores =
                verdicts.stream().map(GateVerdict::score).sorted().collect(Collectors.toList());
        return "| %s | %d | %d | %d | %d | %d | %d | %d |\n"
                .formatted(
                        label,
                        scores.size(),
                        having(Outcome.FAIL, verdicts),
                        having(Outcome.WARN, verdicts),
                        having(Outcome.PASS, verdicts),
                        Collections.min(scores),
                        scores.get(scores.size() / 2),
                        Collections.max(scores));
    }

    private static long having(Outcome outcome, Collection<GateVerdict> verdicts) {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
    }

    private String confusion(String half) {
        return """
        | %s | let through | sent back |
        | --- | ---: | ---: |
        | work | %d | %d |
        | no work | %d | %d |

        """
                .formatted(
                        half,
                        count(half, true, true),
                        count(half, true, false),
                        count(half, false, true),
                        count(half, false, false));
    }

    private List<String> parts() {
        List<String> rows = new ArrayList<>();
        for (Part named : judged.values().iterator().next().parts()) {
            rows.add(
                    "| %s | %s | %d | %d |\n"
                            .formatted(
                                    named.name(),
                                    named.isLimit() ? "limit" : named.weight() / 100 + " %",
                                    mean(named.name(), true),
                                    mean(named.name(), false)));
        }
        return rows;
    }

    private long mean(String part, boolean isWork) {
        return Math.round(
                judged.entrySet().stream()
                        .filter(entry -> entry.getKey().base() == null)
                        .filter(entry -> entry.getKey().isWork() == isWork)
                        .flatMap(entry -> entry.getValue().parts().stream())
                        .filter(found -> found.name().equals(part))
                        .mapToInt(Part::score)
                        .average()
                        .orElse(0));
    }
}
