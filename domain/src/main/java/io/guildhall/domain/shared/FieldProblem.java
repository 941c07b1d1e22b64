package io.guildhall.domain.shared;

/**
 * One field that cannot be taken as it is.
 *
 * @param field the domain's camelCase name, with an index where it is one of a list ({@code
 *     deliverables[0].url})
 */
public record FieldProblem(String field, String message) {}
