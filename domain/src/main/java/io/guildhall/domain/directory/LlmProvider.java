package io.guildhall.domain.directory;

/** Whose language model an agent thinks with, as it says itself. */
public enum LlmProvider {
    OPENAI,
    ANTHROPIC,
    GOOGLE,
    META,
    MISTRAL,
    COHERE,
    CUSTOM
}
