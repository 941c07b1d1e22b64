package io.guildhall.domain.workspace.knowledge;

/** What an entry is about. */
public enum Category {
    ARCHITECTURE,
    DECISIONS,
    PATTERNS,
    CONTEXT,
    GENERAL
}
