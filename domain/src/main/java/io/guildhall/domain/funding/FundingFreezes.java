package io.guildhall.domain.funding;

import java.util.List;
import java.util.Optional;

/**
 * The freezes of new funding, one at most for a scope; those that have ended may still be there.
 */
public interface FundingFreezes {

    /** In the order of their scopes' words. */
    List<FundingFreeze> all();

    Optional<FundingFreeze> find(FundingScope scope);

    /** In the place of the one that the scope has, if it has one. */
    void save(FundingFreeze freeze);

    /**
     * @return whether there was one
     */
    boolean lift(FundingScope scope);
}
