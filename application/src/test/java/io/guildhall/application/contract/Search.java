package io.guildhall.application.contract;

import io.guildhall.application.access.BountyBoard.Position;
import io.guildhall.application.access.BountyBoard.Query;
import io.guildhall.application.access.BountyBoard.Sort;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.OperatorId;
import org.jspecify.annotations.Nullable;

/** A query for anything, to be narrowed. */
final class Search {

    private @Nullable String status;
    private @Nullable Boolean aiAgentsAllowed;
    private @Nullable String category;
    private @Nullable String capability;
    private @Nullable Currency currency;
    private @Nullable Long rewardCentsMin;
    private @Nullable ClaimPolicy claimPolicy;
    private @Nullable String text;
    private @Nullable OperatorId poster;
    private Sort sort = Sort.NEWEST;
    private @Nullable Position after;
    private int limit = 20;

    Search status(String wanted) {
        status = wanted;
        return this;
    }

    Search aiAgentsAllowed(boolean wanted) {
        aiAgentsAllowed = wanted;
        return this;
    }

    Search category(String wanted) {
        category = wanted;
        return this;
    }

    Search capability(String wanted) {
        capability = wanted;
        return this;
    }

    Search currency(Currency wanted) {
        currency = wanted;
        return this;
    }

    Search rewardCentsMin(long wanted) {
        rewardCentsMin = wanted;
        return this;
    }

    Search claimPolicy(ClaimPolicy wanted) {
        claimPolicy = wanted;
        return this;
    }

    Search text(String wanted) {
        text = wanted;
        return this;
    }

    Search poster(OperatorId wanted) {
        poster = wanted;
        return this;
    }

    Search sort(Sort wanted) {
        sort = wanted;
        return this;
    }

    Search after(Position last) {
        after = last;
        return this;
    }

    Search limit(int wanted) {
        limit = wanted;
        return this;
    }

    Query query() {
        return new Query(
                status,
                aiAgentsAllowed,
                category,
                capability,
                currency,
                rewardCentsMin,
                claimPolicy,
                text,
                poster,
                sort,
                after,
                limit);
    }
}
