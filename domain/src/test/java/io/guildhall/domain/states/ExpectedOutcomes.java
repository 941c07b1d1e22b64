package io.guildhall.domain.states;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The table that a person wrote, read. Under each command, a line for the states that answer alike:
 *
 * <pre>
 * approve:
 *   pending -> active + ClaimApproved
 *   rejected, lapsed !! claim_wrong_state
 * </pre>
 */
record ExpectedOutcomes(Map<Cell, Outcome> outcomes) {

    record Cell(String command, String start) {}

    static ExpectedOutcomes read(String table) {
        Map<Cell, Outcome> outcomes = new LinkedHashMap<>();
        String command = "";
        for (String line : table.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            if (line.endsWith(":")) {
                command = line.substring(0, line.length() - 1);
                continue;
            }
            boolean refused = line.contains("!!");
            String[] sides = line.split(refused ? "!!" : "->", 2);
            for (String start : words(sides[0]).toList()) {
                Outcome outcome =
                        refused ? new Outcome.IsRefused(sides[1].strip()) : becomes(sides[1]);
                if (outcomes.put(new Cell(command, start), outcome) != null) {
                    throw new IllegalArgumentException(
                            "Two answers to " + command + " in " + start);
                }
            }
        }
        return new ExpectedOutcomes(outcomes);
    }

    private static Outcome becomes(String right) {
        String[] parts = right.split("\\+", 2);
        List<String> events = parts.length == 1 ? List.of() : words(parts[1]).toList();
        return new Outcome.Becomes(parts[0].strip(), events);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(",")).map(String::strip);
    }
}
