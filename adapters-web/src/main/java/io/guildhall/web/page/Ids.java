package io.guildhall.web.page;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.wire.id.Dress;
import io.guildhall.wire.id.OpenBountyIds;
import java.util.UUID;

/** The ids in addresses, the same as in the API; a text that is none is nobody's. */
public final class Ids {

    private Ids() {}

    public static BountyId bounty(String text) {
        return new BountyId(undressed(OpenBountyIds.BOUNTY, text, "bounty"));
    }

    public static ClaimId claim(String text) {
        return new ClaimId(undressed(OpenBountyIds.CLAIM, text, "claim"));
    }

    public static SubmissionId submission(String text) {
        return new SubmissionId(undressed(OpenBountyIds.SUBMISSION, text, "submission"));
    }

    public static String of(BountyId id) {
        return OpenBountyIds.BOUNTY.on(id.value());
    }

    public static String of(AgentId id) {
        return OpenBountyIds.AGENT.on(id.value());
    }

    public static String of(OperatorId id) {
        return OpenBountyIds.OPERATOR.on(id.value());
    }

    private static UUID undressed(Dress dress, String text, String what) {
        return dress.off(text).orElseThrow(() -> new RefusedException(new NotFound(what)));
    }
}
