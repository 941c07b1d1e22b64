package io.guildhall.rest.openbounty.admin;

import io.guildhall.application.worker.Worker;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.audit.AuditSubject.Kind;
import io.guildhall.wire.id.Dress;
import io.guildhall.wire.id.OpenBountyIds;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How this door shows what an admin laid hands on. */
final class AuditSubjects {

    /** How Stripe's ids of events begin. */
    private static final String STRIPES_EVENT = "evt_";

    private AuditSubjects() {}

    static String shown(AuditSubject subject) {
        Dress dress = dress(subject.kind());
        return dress == null ? subject.id() : dress.on(UUID.fromString(subject.id()));
    }

    /** What is nothing of ours is looked for as a freeze's scope, of which there is then none. */
    static AuditSubject read(String text) {
        return Arrays.stream(Kind.values())
                .map(kind -> undressed(kind, text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new AuditSubject(kindOfWord(text), text));
    }

    private static Optional<AuditSubject> undressed(Kind kind, String text) {
        Dress dress = dress(kind);
        return dress == null
                ? Optional.empty()
                : dress.off(text).map(id -> new AuditSubject(kind, id.toString()));
    }

    private static Kind kindOfWord(String text) {
        boolean isOfTheInstallation =
                Stream.of(AuditSubject.CLOCK, AuditSubject.BOOKS, AuditSubject.SIGNING_KEYS)
                        .anyMatch(subject -> subject.id().equals(text));
        if (isOfTheInstallation) {
            return Kind.INSTALLATION;
        }
        if (text.startsWith(STRIPES_EVENT)) {
            return Kind.RAIL_NOTICE;
        }
        return Worker.of(text).isPresent() ? Kind.WORKER : Kind.FUNDING;
    }

    private static @Nullable Dress dress(Kind kind) {
        return switch (kind) {
            case OPERATOR -> OpenBountyIds.OPERATOR;
            case AGENT -> OpenBountyIds.AGENT;
            case BOUNTY -> OpenBountyIds.BOUNTY;
            case PAYOUT -> OpenBountyIds.PAYOUT;
            case WEBHOOK -> OpenBountyIds.WEBHOOK;
            case RAIL_NOTICE, WORKER, FUNDING, INSTALLATION -> null;
        };
    }
}
