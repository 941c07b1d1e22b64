package io.guildhall.application.funding;

import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.funding.FundingFreeze;
import io.guildhall.domain.funding.FundingScope;
import java.time.Instant;
import java.util.Map;

/** How the log tells of freezes. */
final class FrozenFunding {

    static final Map<String, String> OPEN = Map.of("funding", "open");

    private FrozenFunding() {}

    static AuditSubject subject(FundingScope scope) {
        return new AuditSubject(AuditSubject.Kind.FUNDING, scope.word());
    }

    static Map<String, String> words(FundingFreeze freeze) {
        Instant until = freeze.until();
        return Map.of("funding", "frozen", "until", until == null ? "ended" : until.toString());
    }
}
