package io.guildhall.application.inmemory;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.dispute.EvidenceId;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.SubmissionId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Disputes in memory, with the uniqueness that a database would enforce. */
public final class InMemoryDisputes implements Disputes {

    private final Rows<DisputeId, Dispute> rows;
    private final Rows<EvidenceId, Evidence> evidence;

    public InMemoryDisputes(InMemoryTransactions transactions) {
        this.rows = new Rows<>(transactions);
        this.evidence = new Rows<>(transactions);
    }

    @Override
    public Optional<Dispute> find(DisputeId id) {
        return rows.find(id);
    }

    @Override
    public Optional<Dispute> filed(Side by, ClaimId claim, @Nullable SubmissionId submission) {
        return rows
                .where(dispute ->
                        dispute.openedBy() == by
                                && dispute.claim().equals(claim)
                                && Objects.equals(dispute.submission(), submission))
                .stream()
                .findFirst();
    }

    @Override
    public Page<Dispute> list(@Nullable String status, Caller viewer, PageRequest page) {
        return rows.newestFirst(
                dispute ->
                        (viewer.watchesDisputes() || dispute.parties().includes(viewer))
                                && (status == null || status.equals(dispute.status().word())),
                dispute -> dispute.id().value(),
                page);
    }

    @Override
    public void add(Dispute dispute) {
        boolean claimIsDisputed =
                rows.any(other ->
                        other.claim().equals(dispute.claim())
                                && isUndecided(other)
                                && isUndecided(dispute));
        if (claimIsDisputed
                || filed(dispute.openedBy(), dispute.claim(), dispute.submission()).isPresent()) {
            throw new LostRace("a dispute about claim " + dispute.claim());
        }
        rows.add(dispute.id(), dispute);
    }

    @Override
    public Dispute save(Dispute dispute) {
        if (rows.find(dispute.id()).orElseThrow().version() != dispute.version()) {
            throw new LostRace("dispute " + dispute.id());
        }
        Dispute saved = dispute.atVersion(dispute.version() + 1);
        rows.put(saved.id(), saved);
        return saved;
    }

    @Override
    public List<Dispute> onBounty(BountyId bounty) {
        return rows.where(dispute -> dispute.bounty().equals(bounty));
    }

    @Override
    public void addEvidence(Evidence given) {
        evidence.add(given.id(), given);
    }

    @Override
    public Page<Evidence> evidenceIn(DisputeId dispute, PageRequest page) {
        return evidence.newestFirst(
                given -> given.dispute().equals(dispute), given -> given.id().value(), page);
    }

    /** All of them, for whoever wants to check the whole market. */
    public List<Dispute> all() {
        return rows.where(_ -> true);
    }

    private static boolean isUndecided(Dispute dispute) {
        return dispute.timer() != null;
    }
}
