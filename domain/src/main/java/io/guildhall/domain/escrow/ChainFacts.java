package io.guildhall.domain.escrow;

import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the contract has said for good about our bounties, each saying once. */
public interface ChainFacts {

    /**
     * @param word of the event
     * @param says the whole event, for people
     * @param gist the same without its block's times ({@link VaultEvent#apartFromTimes})
     * @param objection why it contradicts what we knew; null when it does not
     */
    record Recorded(
            OnchainId bounty,
            String word,
            String says,
            String gist,
            Origin origin,
            @Nullable String objection) {

        public static Recorded of(ChainFact fact, @Nullable String objection) {
            return new Recorded(
                    fact.event().bounty(),
                    fact.event().word(),
                    fact.event().toString(),
                    fact.event().apartFromTimes().toString(),
                    fact.origin(),
                    objection);
        }
    }

    /** Whether this fact, in this very block, is recorded already. */
    boolean contains(Origin origin);

    /**
     * Whether the same was said in a block that is no more ({@link #takeBack}), by the same
     * transaction or by one that came in its place; then it stands here from now on, in these
     * words, and is not done twice.
     */
    boolean adopt(Recorded fact);

    /**
     * @param site the contract that has said it
     * @throws io.guildhall.domain.shared.LostRace when somebody else has recorded it meanwhile
     */
    void add(EscrowVault.Site site, Recorded fact);

    /** What stands, in its order on the chain. */
    List<Recorded> of(OnchainId bounty);

    /**
     * What stands of that contract in blocks after that one, in its order on the chain; what was
     * recorded before it was kept who has said it is not among it.
     */
    List<Recorded> after(EscrowVault.Site site, long block);

    /** The block that it was in is no more. */
    void takeBack(Origin origin);
}
