package io.guildhall.chain.contracts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the contract's states from what became of each function in each of them. */
final class ContractStates {

    private static final String REFUSED = "-";
    private static final String NONE = "none";

    /** In which condition a state was met; the same state is drawn once. */
    private static final List<String> CONDITIONS =
            List.of(
                    " due at the deadline",
                    " past the deadline",
                    " half over",
                    " in rework",
                    " overdue",
                    " due",
                    " last");

    private final Set<String> found = new LinkedHashSet<>();
    private final Map<String, Map<String, String>> results = new LinkedHashMap<>();

    /**
     * @param lines function, state and result, with bars between
     */
    ContractStates(List<String> lines) {
        for (String line : lines) {
            String[] cell = line.split("\\|", 3);
            found.add(cell[1]);
            results.computeIfAbsent(cell[0], _ -> new LinkedHashMap<>()).put(cell[1], cell[2]);
        }
    }

    String page() {
        return """
        # The life of a bounty in the contract

        Written by `ContractsTest` from what `Matrix.t.sol` saw, which fails when this page is not what the contract does;
        run it with `-Dapprove=true` to write the page again.

        *Rework* is CLAIMED with work sent back, *spent* the same after the third submission. *Due* is from `dueAt` on; a
        dispute is *overdue* once its answer is.

        ```mermaid
        stateDiagram-v2
        %s```

        Every state against every function, called by whoever may call it: the state it leads to, or why it is refused; a dash
        is `WrongStatus`. What is refused changes nothing, and after each the contract has what it owes.

        %s\
        """
                .formatted(diagram(), table());
    }

    private String diagram() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        for (String state : found) {
            results.forEach((function, byState) -> {
                String result = byState.getOrDefault(state, REFUSED);
                String plain = byState.getOrDefault(base(state), REFUSED);
                if (isState(result)) {
                    arrows.computeIfAbsent(
                                    name(base(state)) + " --> " + name(result),
                                    _ -> new LinkedHashSet<>())
                            .add(label(function, state, plain.equals(result)));
                }
            });
        }
        List<String> lines = new ArrayList<>();
        arrows.forEach(
                (arrow, labels) -> lines.add("    " + arrow + ": " + String.join(" / ", labels)));
        for (String end : List.of("paid", "cancelled", "expired")) {
            lines.add("    " + end + " --> [*]");
        }
        return String.join("\n", lines) + "\n";
    }

    /** Without the condition when the function leads to the same without it. */
    private static String label(String function, String state, boolean isSameWithout) {
        return isSameWithout ? function : function + state.substring(base(state).length());
    }

    private String table() {
        String head =
                "| | " + String.join(" | ", found) + " |\n|" + "---|".repeat(found.size() + 1);
        return head
                + results.entrySet().stream()
                        .map(row ->
                                "\n| **" + row.getKey() + "** | " + cells(row.getValue()) + " |")
                        .collect(Collectors.joining())
                + "\n";
    }

    private String cells(Map<String, String> byState) {
        return found.stream()
                .map(state -> byState.getOrDefault(state, REFUSED))
                .map(cell -> isState(cell) || cell.equals(REFUSED) ? cell : "`" + cell + "`")
                .collect(Collectors.joining(" | "));
    }

    private boolean isState(String result) {
        return found.contains(result);
    }

    private static String base(String state) {
        for (String condition : CONDITIONS) {
            if (state.endsWith(condition)) {
                return state.substring(0, state.length() - condition.length());
            }
        }
        return state;
    }

    private static String name(String state) {
        return state.equals(NONE) ? "[*]" : state.replace(' ', '_');
    }
}
