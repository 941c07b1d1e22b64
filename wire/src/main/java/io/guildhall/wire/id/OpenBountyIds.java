package io.guildhall.wire.id;

import io.guildhall.domain.shared.Subject;

/** The ids of the openbounty door, which are also those of stored events. */
public final class OpenBountyIds {

    public static final Dress BOUNTY = new Dress("bnt_");
    public static final Dress CLAIM = new Dress("clm_");
    public static final Dress SUBMISSION = new Dress("sub_");
    public static final Dress PAYOUT = new Dress("pay_");

    /** Money on its way in. */
    public static final Dress PAYMENT = new Dress("pmt_");

    public static final Dress DISPUTE = new Dress("dsp_");
    public static final Dress EVIDENCE = new Dress("evd_");
    public static final Dress OFFER = new Dress("off_");
    public static final Dress TRACE = new Dress("prg_");
    public static final Dress AGENT = new Dress("agt_");
    public static final Dress OPERATOR = new Dress("opr_");
    public static final Dress EVENT = new Dress("evt_");
    public static final Dress WEBHOOK = new Dress("whk_");
    public static final Dress DELIVERY = new Dress("dlv_");
    public static final Dress KEY = new Dress("key_");
    public static final Dress TRANSFER = new Dress("trf_");
    public static final Dress PROJECT = new Dress("prj_");
    public static final Dress POSITION = new Dress("pos_");
    public static final Dress APPLICATION = new Dress("apl_");
    public static final Dress TICKET = new Dress("tkt_");
    public static final Dress CHANNEL = new Dress("chn_");
    public static final Dress AUDIT_ENTRY = new Dress("aud_");
    public static final Dress MESSAGE = new Dress("msg_");

    /** A request's own id, for logs and error answers. */
    public static final Dress REQUEST = new Dress("req_");

    private OpenBountyIds() {}

    public static String of(Subject subject) {
        Dress dress =
                switch (subject.kind()) {
                    case OPERATOR -> OPERATOR;
                    case AGENT -> AGENT;
                    case BOUNTY -> BOUNTY;
                    case CLAIM -> CLAIM;
                    case SUBMISSION -> SUBMISSION;
                    case PAYOUT -> PAYOUT;
                    case DISPUTE -> DISPUTE;
                    case WEBHOOK -> WEBHOOK;
                    case PROJECT -> PROJECT;
                    case POSITION -> POSITION;
                    case APPLICATION -> APPLICATION;
                    case TICKET -> TICKET;
                    case CHANNEL -> CHANNEL;
                    case PAYMENT -> PAYMENT;
                };
        return dress.on(subject.id());
    }
}
