package io.guildhall.application.dispute;

import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.DisputeStatus.Answered;
import io.guildhall.domain.dispute.DisputeStatus.Executed;
import io.guildhall.domain.dispute.DisputeStatus.Open;
import io.guildhall.domain.dispute.DisputeStatus.Ruled;
import io.guildhall.domain.dispute.DisputeStatus.Settled;
import io.guildhall.domain.dispute.DisputeStatus.TimedOut;
import io.guildhall.domain.dispute.DisputeStatus.Withdrawn;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reading disputes, and what the reader may do about each. */
public final class ViewDisputes {

    private final Disputes disputes;
    private final Bounties bounties;
    private final InstantSource clock;

    public ViewDisputes(Disputes disputes, Bounties bounties, InstantSource clock) {
        this.disputes = disputes;
        this.bounties = bounties;
        this.clock = clock;
    }

    public Dispute find(Caller caller, DisputeId id) {
        return SeenDispute.by(caller, disputes.find(id));
    }

    /**
     * @param status a status word, or null for any
     */
    public Page<Dispute> list(Caller caller, @Nullable String status, PageRequest page) {
        return disputes.list(status, caller, page);
    }

    public Page<Evidence> evidence(Caller caller, DisputeId id, PageRequest page) {
        return disputes.evidenceIn(find(caller, id).id(), page);
    }

    public List<String> allowedActions(Dispute dispute, Caller caller) {
        Instant now = clock.instant();
        if (!now.isBefore(dispute.decideBy())) {
            return List.of();
        }
        return switch (dispute.status()) {
            case Open(var answerBy) -> actions(dispute, caller, !now.isBefore(answerBy));
            case Answered _ -> actions(dispute, caller, true);
            case Ruled _, Executed _, Settled _, Withdrawn _, TimedOut _ -> List.of();
        };
    }

    private List<String> actions(Dispute dispute, Caller caller, boolean isHeard) {
        List<String> actions = new ArrayList<>();
        Side.of(caller, dispute.parties())
                .ifPresent(side -> {
                    if (dispute.evidenceOf(side) < Dispute.EVIDENCE_MAX) {
                        actions.add("give_evidence");
                    }
                    if (isLeftToWallets(dispute)) {
                        return;
                    }
                    actions.add("offer");
                    if (dispute.offerOf(side.other()) != null) {
                        actions.add("accept_offer");
                    }
                    if (side == dispute.openedBy()) {
                        actions.add("withdraw");
                    }
                });
        if (isHeard && caller.isArbiter() && !dispute.parties().includes(caller.operator())) {
            actions.add("resolve");
        }
        return List.copyOf(actions);
    }

    private boolean isLeftToWallets(Dispute dispute) {
        return bounties.find(dispute.bounty()).orElseThrow().terms().isOnChain();
    }
}
