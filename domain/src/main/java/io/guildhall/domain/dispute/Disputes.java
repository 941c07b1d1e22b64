package io.guildhall.domain.dispute;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.SubmissionId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All disputes. Each side disputes one submission, or a claim without naming one, at most once. */
public interface Disputes {

    Optional<Dispute> find(DisputeId id);

    /** The one that this side has filed, however it ended. */
    Optional<Dispute> filed(Side by, ClaimId claim, @Nullable SubmissionId submission);

    /**
     * Newest first: those in which the viewer is a party, and all of them for an arbiter or admin.
     *
     * @param status a status word, or null for any
     */
    Page<Dispute> list(@Nullable String status, Caller viewer, PageRequest page);

    /**
     * @throws io.guildhall.domain.shared.LostRace if the side has filed one already, or another
     *     dispute about the claim is not decided yet
     */
    void add(Dispute dispute);

    /**
     * Keeps the dispute's new state if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the dispute with its new version
     */
    Dispute save(Dispute dispute);

    /** Oldest first; each side files one for a claim and each submission at most. */
    List<Dispute> onBounty(BountyId bounty);

    void addEvidence(Evidence evidence);

    /** Of both sides, newest first. */
    Page<Evidence> evidenceIn(DisputeId dispute, PageRequest page);
}
