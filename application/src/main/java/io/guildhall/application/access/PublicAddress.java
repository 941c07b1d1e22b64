package io.guildhall.application.access;

/**
 * By what people elsewhere reach this installation.
 *
 * @param base such as {@code https://market.example}, or empty where nobody has said
 */
public record PublicAddress(String base) {}
