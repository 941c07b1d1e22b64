package io.guildhall.domain.bounty;

import java.util.Locale;

/** What can show that work is as it was asked for. */
public enum Proof {
    /** People of the repository have merged the pull request into its default branch. */
    MERGE,
    /** Every check of the pull request's present head has passed. */
    CHECKS,
    /** The poster says so. */
    MANUAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether only a code host can tell. */
    public boolean isOfPullRequest() {
        return this != MANUAL;
    }
}
