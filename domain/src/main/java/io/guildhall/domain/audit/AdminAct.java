package io.guildhall.domain.audit;

import io.guildhall.domain.shared.Worded;

/** Everything that only an admin can do; each is written to the log. */
public enum AdminAct implements Worded {
    ADVANCE_CLOCK,
    CREATE_OPERATOR,
    FREEZE_FUNDING,
    GRANT_ROLES,
    PAUSE_WORKER,
    RECONCILE,
    RECONCILE_RAIL,
    REPLAY_RAIL_NOTICE,
    REPLAY_WEBHOOKS,
    RESUME_PARTY,
    RESUME_WORKER,
    RETRY_PAYOUT,
    ROTATE_SIGNING_KEY,
    SUSPEND_PARTY,
    UNFREEZE_BOUNTY,
    UNFREEZE_FUNDING
}
