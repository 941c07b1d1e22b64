package io.guildhall.domain.audit;

import java.util.UUID;

public record AuditEntryId(UUID value) {}
