package io.guildhall.domain.codehost;

import java.time.Instant;

/** What was said on an issue or a pull request. */
public record IssueComment(long id, String body, Instant createdAt) {}
