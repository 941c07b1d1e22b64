package io.guildhall.rest.problem;

import io.guildhall.domain.shared.FieldProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, before any door has put it into its own words.
 *
 * @param message for people and agents: what was found, and what to do next
 * @param details the fields, parameters or headers at fault; empty when none is
 * @param reason the domain's word for it, when the domain refused
 * @param currentStatus the state word that was met, when the state is the reason
 * @param headers what the answer must carry besides the body, such as {@code Retry-After}
 */
public record Problem(
        Fault fault,
        String message,
        List<FieldProblem> details,
        @Nullable String reason,
        @Nullable String currentStatus,
        Map<String, String> headers) {

    public Problem {
        details = List.copyOf(details);
        headers = Map.copyOf(headers);
    }

    public static Problem of(Fault fault, String message) {
        return new Problem(fault, message, List.of(), null, null, Map.of());
    }

    /** A field, parameter or header that cannot be taken as it is. */
    public static Problem field(Fault fault, String field, String message) {
        return new Problem(
                fault,
                "'" + field + "' " + message,
                List.of(new FieldProblem(field, message)),
                null,
                null,
                Map.of());
    }

    /** The details as callers know the fields, where a door writes names with underscores. */
    public List<FieldProblem> wireDetails() {
        return details.stream()
                .map(detail -> new FieldProblem(WireNames.of(detail.field()), detail.message()))
                .toList();
    }

    /** A message that repeats the fields at fault must name them as the caller does. */
    public String wireMessage() {
        if (fault != Fault.INVALID || details.isEmpty()) {
            return message;
        }
        return wireDetails().stream()
                .map(detail -> "Field '" + detail.field() + "' " + detail.message())
                .collect(Collectors.joining("; "));
    }

    public Problem with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Problem(fault, message, details, reason, currentStatus, more);
    }
}
