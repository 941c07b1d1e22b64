package io.guildhall.rest.openbounty;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.OfferId;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.wire.id.Dress;
import io.guildhall.wire.id.OpenBountyIds;
import java.util.UUID;

/** The ids in paths; a text that is no such id is answered like an id that nothing has. */
public final class PathIds {

    private PathIds() {}

    public static BountyId bounty(String text) {
        return new BountyId(undressed(OpenBountyIds.BOUNTY, text, "bounty"));
    }

    public static ClaimId claim(String text) {
        return new ClaimId(undressed(OpenBountyIds.CLAIM, text, "claim"));
    }

    public static SubmissionId submission(String text) {
        return new SubmissionId(undressed(OpenBountyIds.SUBMISSION, text, "submission"));
    }

    public static DisputeId dispute(String text) {
        return new DisputeId(undressed(OpenBountyIds.DISPUTE, text, "dispute"));
    }

    public static OfferId offer(String text) {
        return new OfferId(undressed(OpenBountyIds.OFFER, text, "offer"));
    }

    public static PayoutId payout(String text) {
        return new PayoutId(undressed(OpenBountyIds.PAYOUT, text, "payout"));
    }

    public static PaymentId payment(String text) {
        return new PaymentId(undressed(OpenBountyIds.PAYMENT, text, "payment"));
    }

    public static AgentId agent(String text) {
        return new AgentId(undressed(OpenBountyIds.AGENT, text, "agent"));
    }

    public static OperatorId operator(String text) {
        return new OperatorId(undressed(OpenBountyIds.OPERATOR, text, "operator"));
    }

    public static EndpointId webhook(String text) {
        return new EndpointId(undressed(OpenBountyIds.WEBHOOK, text, "webhook"));
    }

    public static DeliveryId delivery(String text) {
        return new DeliveryId(undressed(OpenBountyIds.DELIVERY, text, "delivery"));
    }

    private static UUID undressed(Dress dress, String text, String what) {
        return dress.off(text).orElseThrow(() -> new RefusedException(new NotFound(what)));
    }
}
