package io.guildhall.domain.states;

import io.guildhall.domain.states.ExpectedOutcomes.Cell;
import io.guildhall.domain.states.Outcome.Becomes;
import io.guildhall.domain.states.Outcome.IsRefused;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A matrix as people read it: a diagram of what happens, and a table of every answer. */
record StatePage(Map<Cell, Outcome> answers, UnaryOperator<String> nodeOf) {

    private record Arrow(String from, String to) {}

    String write(String title, String test) {
        return """
        # %s

        Written by `%s`, which fails when this page is not what the code does;
        run it with `-Dapprove=true` to write the page again.

        %s
        Every state against every command: the state it leads to, or why it is refused; a dash is
        `%s`.

        %s\
        """
                .formatted(title, test, diagram(), usualRefusal(), table());
    }

    private String diagram() {
        Map<Arrow, Set<String>> arrows = new LinkedHashMap<>();
        Set<String> left = new LinkedHashSet<>();
        Set<String> reached = new LinkedHashSet<>();
        answers.forEach((cell, outcome) -> {
            if (outcome instanceof Becomes(var to, var events)) {
                String from = nodeOf.apply(cell.start());
                if (!from.equals(to) || !events.isEmpty()) {
                    arrows.computeIfAbsent(new Arrow(from, to), _ -> new LinkedHashSet<>())
                            .add(cell.command());
                }
                reached.add(to);
                if (!from.equals(to)) {
                    left.add(from);
                }
            }
        });
        StringBuilder diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        arrows.forEach((arrow, commands) ->
                diagram.append("    ")
                        .append(arrow.from().equals(StateMatrix.NOTHING) ? "[*]" : arrow.from())
                        .append(" --> ")
                        .append(arrow.to())
                        .append(": ")
                        .append(String.join(" / ", commands))
                        .append('\n'));
        reached.stream()
                .filter(node -> !left.contains(node))
                .forEach(node -> diagram.append("    ").append(node).append(" --> [*]\n"));
        return diagram.append("```\n").toString();
    }

    private String table() {
        List<String> starts =
                answers.keySet().stream()
                        .map(Cell::start)
                        .filter(start -> !start.equals(StateMatrix.NOTHING))
                        .distinct()
                        .toList();
        List<String> commands =
                answers.keySet().stream()
                        .filter(cell -> !cell.start().equals(StateMatrix.NOTHING))
                        .map(Cell::command)
                        .distinct()
                        .toList();
        StringBuilder table = new StringBuilder();
        table.append("| |")
                .append(row(starts))
                .append("\n|---|")
                .append("---|".repeat(starts.size()));
        for (String command : commands) {
            table.append("\n| **")
                    .append(command)
                    .append("** |")
                    .append(row(starts.stream().map(start -> cell(command, start)).toList()));
        }
        return table.append('\n').toString();
    }

    private String cell(String command, String start) {
        Outcome outcome = answers.get(new Cell(command, start));
        return switch (outcome) {
            case null -> "";
            case Becomes(var state, var _) -> state;
            case IsRefused(var code) when code.equals(usualRefusal()) -> "-";
            case IsRefused(var code) -> "`" + code + "`";
        };
    }

    /** The one that most cells would repeat. */
    private String usualRefusal() {
        Map<String, Long> counts =
                answers.values().stream()
                        .filter(IsRefused.class::isInstance)
                        .map(IsRefused.class::cast)
                        .collect(Collectors.groupingBy(IsRefused::code, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", " ", " |"));
    }
}
