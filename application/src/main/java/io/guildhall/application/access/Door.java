package io.guildhall.application.access;

import io.guildhall.domain.shared.Worded;

/** One of the wire formats; a key minted for it wears its prefix, and works at every door. */
public enum Door implements Worded {
    OPENBOUNTY("obk_live_", "obk_live_"),
    MERGEBOUNTY("mb_live_", "mb_agent_"),
    OPENPOD("opk_", "opk_"),
    JOBTOBOT("jtb_live_", "jtb_live_");

    private final String operatorPrefix;
    private final String agentPrefix;

    Door(String operatorPrefix, String agentPrefix) {
        this.operatorPrefix = operatorPrefix;
        this.agentPrefix = agentPrefix;
    }

    public String operatorPrefix() {
        return operatorPrefix;
    }

    public String agentPrefix() {
        return agentPrefix;
    }
}
