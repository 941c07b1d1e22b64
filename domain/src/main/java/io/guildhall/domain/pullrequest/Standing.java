package io.guildhall.domain.pullrequest;

/** How the work for which a pull request is followed stands with us. */
public enum Standing {
    /** The claim was made at the contract, and the chain could still take it back. */
    CLAIM_NOT_FINAL,
    /** The agent works: nothing lies with the poster. */
    WORKING,
    /** The quality gate is looking at the work. */
    AT_THE_GATE,
    /** This pull request lies with the poster, who may still refuse it. */
    UNDER_REVIEW,
    /** The same, but the poster's time to refuse is over. */
    REVIEW_OVER,
    /** Other work of the agent lies with the poster. */
    OTHER_WORK,
    /** The last round was not taken; the claim is about to end unless the agent disputes it. */
    ROUNDS_SPENT,
    DISPUTED,
    /** The claim has ended, or its work is accepted. */
    OVER
}
