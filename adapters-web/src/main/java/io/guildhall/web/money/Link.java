package io.guildhall.web.money;

import io.guildhall.domain.shared.Subject;
import io.guildhall.wire.id.OpenBountyIds;
import org.jspecify.annotations.Nullable;

/**
 * What money moved for.
 *
 * @param path its page; null where the console has none
 */
public record Link(String kind, String id, @Nullable String path) {

    static Link to(Subject subject) {
        String id = OpenBountyIds.of(subject);
        String path =
                subject.kind() == Subject.Kind.BOUNTY
                        ? "/bounties/" + id
                        : subject.kind() == Subject.Kind.DISPUTE
                                ? "/disputes/" + id
                                : subject.kind() == Subject.Kind.PAYOUT
                                        ? "/money/payouts/" + id
                                        : null;
        return new Link(subject.kind().word(), id, path);
    }
}
