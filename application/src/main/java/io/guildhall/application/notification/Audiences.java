package io.guildhall.application.notification;

import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out who hears of many events, by one look at all their bounties. */
public final class Audiences {

    private final Bounties bounties;

    public Audiences(Bounties bounties) {
        this.bounties = bounties;
    }

    /** Each of the events, in their order. */
    public List<Addressed> of(List<Placed> events) {
        Map<BountyId, Bounty> present =
                bounties
                        .findAll(
                                events.stream()
                                        .flatMap(placed -> bounty(placed).stream())
                                        .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Bounty::id, Function.identity()));
        return events.stream()
                .map(placed -> addressed(placed, bounty(placed).map(present::get).orElse(null)))
                .toList();
    }

    private static Addressed addressed(Placed placed, @Nullable Bounty bounty) {
        DomainEvent event = placed.recorded().event();
        return new Addressed(placed, Audience.of(event, bounty), bounty);
    }

    private static Optional<BountyId> bounty(Placed placed) {
        Subject story = placed.recorded().event().story();
        return story.kind() == Subject.Kind.BOUNTY
                ? Optional.of(new BountyId(story.id()))
                : Optional.empty();
    }
}
