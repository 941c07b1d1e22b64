package io.guildhall.web.admin;

import io.guildhall.application.escrow.ViewEscrow.Listed;
import io.guildhall.web.page.Moment;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.Objects;

/** A bounty about which the contract and this market do not agree. */
public record FrozenRow(String id, String title, String reason, Moment since) {

    static FrozenRow of(Listed listed, Instant now) {
        var freeze = Objects.requireNonNull(listed.hold().frozen());
        return new FrozenRow(
                OpenBountyIds.BOUNTY.on(listed.bounty().id().value()),
                listed.bounty().terms().title(),
                freeze.reason(),
                Moment.of(freeze.at(), now));
    }
}
