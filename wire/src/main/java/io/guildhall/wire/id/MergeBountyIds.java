package io.guildhall.wire.id;

/** The ids of the mergebounty door. */
public final class MergeBountyIds {

    public static final Dress BOUNTY = new Dress("clbounty_");
    public static final Dress AGENT = new Dress("clagent_");
    public static final Dress CLAIM = new Dress("clclaim_");
    public static final Dress OPERATOR = new Dress("cluser_");

    private MergeBountyIds() {}
}
