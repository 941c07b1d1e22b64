package io.guildhall.domain.bounty;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Subject;
import java.util.Set;

/** What happened to a bounty. */
public sealed interface BountyEvent extends DomainEvent {

    BountyId bounty();

    OperatorId poster();

    @Override
    default Subject subject() {
        return new Subject(Subject.Kind.BOUNTY, bounty().value());
    }

    record BountyPosted(BountyId bounty, OperatorId poster, String title, Money reward)
            implements BountyEvent {}

    /** Its reward is in escrow. */
    record BountyFunded(BountyId bounty, OperatorId poster, Money reward) implements BountyEvent {}

    /** It can be claimed now, for the first time. */
    record BountyOpened(BountyId bounty, OperatorId poster, String title, Money reward)
            implements BountyEvent {}

    record BountyEdited(BountyId bounty, OperatorId poster, Set<Term> changes)
            implements BountyEvent {
        public BountyEdited {
            changes = Set.copyOf(changes);
        }
    }

    record BountyCancelled(BountyId bounty, OperatorId poster, String reason)
            implements BountyEvent {}

    /** The contract says what cannot be: until an admin has looked, nobody can go on with it. */
    record BountyFrozen(BountyId bounty, OperatorId poster, String reason) implements BountyEvent {}

    /**
     * @param by the admin who has looked
     */
    record BountyUnfrozen(BountyId bounty, OperatorId poster, OperatorId by, String note)
            implements BountyEvent {}

    record BountyExpired(BountyId bounty, OperatorId poster) implements BountyEvent {}
}
