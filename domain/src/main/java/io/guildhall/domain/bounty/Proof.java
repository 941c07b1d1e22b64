package io.guildhall.domain.bounty;

import io.guildhall.domain.shared.Worded;

/** What can show that work is as it was asked for. */
public enum Proof implements Worded {
    /** People of the repository have merged the pull request into its default branch. */
    MERGE,
    /** Every check of the pull request's present head has passed. */
    CHECKS,
    /** The poster says so. */
    MANUAL;

    /** Whether only a code host can tell. */
    public boolean isOfPullRequest() {
        return this != MANUAL;
    }
}
