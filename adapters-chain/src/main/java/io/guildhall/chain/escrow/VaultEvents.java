package io.guildhall.chain.escrow;

import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Tuple;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.escrow.WorkRef;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.web3j.crypto.Hash;

/** Reads the contract's events about bounties. */
final class VaultEvents {

    private static final Set<String> ABOUT_BOUNTIES =
            Set.of(
                    "BountyFunded",
                    "BountyClaimed",
                    "WorkSubmitted",
                    "WorkSentBack",
                    "ClaimEnded",
                    "BountyEnded",
                    "DisputeOpened",
                    "DisputeAnswered",
                    "SplitOffered",
                    "DisputeWithdrawn",
                    "PaymentHeld");

    private final Map<String, Event<Tuple>> byTopic = new HashMap<>();

    VaultEvents(Abi contract) {
        for (Event<Tuple> event : contract.events()) {
            if (ABOUT_BOUNTIES.contains(event.getName())) {
                byTopic.put(topic(event), event);
            }
        }
    }

    static String topic(Event<Tuple> event) {
        return Hex.of(Hash.sha3(event.getCanonicalSignature().getBytes(StandardCharsets.US_ASCII)));
    }

    /** The first topics by which the events are found. */
    List<String> topics() {
        return byTopic.keySet().stream().sorted().toList();
    }

    /**
     * Empty for what says nothing of a bounty, and for what can be none of ours: a name that is no
     * id, or more money than we count. Anybody may fund such a thing, and it must not stop us.
     */
    Optional<VaultEvent> read(RawLog log) {
        Event<Tuple> event = byTopic.get(log.topic());
        if (event == null) {
            return Optional.empty();
        }
        Fields fields = log.fields(event);
        try {
            return read(event.getName(), fields);
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static Optional<VaultEvent> read(String name, Fields fields) {
        return switch (name) {
            case "BountyFunded" ->
                    Solidity.bountyId(fields.bytes("platformId")).map(ours -> funded(fields, ours));
            case "BountyClaimed" -> Optional.of(claimed(fields));
            case "WorkSubmitted" -> Optional.of(submitted(fields));
            case "WorkSentBack" -> Optional.of(sentBack(fields));
            case "ClaimEnded" -> Optional.of(claimEnded(fields));
            case "BountyEnded" -> Optional.of(ended(fields));
            case "DisputeOpened" -> Optional.of(disputeOpened(fields));
            case "DisputeAnswered" -> Optional.of(disputeAnswered(fields));
            case "SplitOffered" -> Optional.of(splitOffered(fields));
            case "DisputeWithdrawn" -> Optional.of(disputeWithdrawn(fields));
            case "PaymentHeld" -> Optional.of(paymentHeld(fields));
            default -> Optional.empty();
        };
    }

    private static VaultEvent funded(Fields fields, BountyId ours) {
        return new VaultEvent.Funded(
                fields.bounty(),
                fields.wallet("poster"),
                ours,
                new VaultTerms(
                        fields.usdc("amount"),
                        fields.smallNumber("feeBps"),
                        fields.wallet("feeAccount"),
                        fields.smallNumber("stakeBps"),
                        fields.instant("deadline"),
                        fields.seconds("ttl"),
                        fields.seconds("reviewWindow"),
                        fields.digest("manifestHash")));
    }

    private static VaultEvent claimed(Fields fields) {
        return new VaultEvent.Claimed(
                fields.bounty(),
                fields.wallet("agent"),
                fields.number("fence"),
                fields.usdc("stake"),
                fields.instant("claimedAt"),
                fields.instant("leaseEndsAt"));
    }

    private static VaultEvent submitted(Fields fields) {
        return new VaultEvent.Submitted(
                fields.bounty(),
                new WorkRef(
                        fields.wallet("agent"),
                        fields.number("fence"),
                        fields.smallNumber("submission"),
                        fields.digest("contentHash")),
                fields.usdc("stakeReturned"),
                fields.instant("reviewEndsAt"));
    }

    private static VaultEvent sentBack(Fields fields) {
        return new VaultEvent.SentBack(
                fields.bounty(),
                fields.wallet("agent"),
                fields.number("fence"),
                fields.smallNumber("submission"),
                fields.word("review", SentBackAs.class),
                fields.instant("leaseEndsAt"));
    }

    private static VaultEvent claimEnded(Fields fields) {
        return new VaultEvent.ClaimEnded(
                fields.bounty(),
                fields.wallet("agent"),
                fields.number("fence"),
                fields.word("outcome", VaultOutcome.class),
                fields.usdc("stakeReturned"),
                fields.usdc("stakeForfeited"));
    }

    private static VaultEvent ended(Fields fields) {
        return new VaultEvent.Ended(
                fields.bounty(),
                fields.walletOrNobody("agent"),
                fields.number("fence"),
                fields.word("status", VaultStatus.class),
                fields.word("outcome", VaultOutcome.class),
                fields.smallNumber("agentShareBps"),
                fields.usdc("agentGross"),
                fields.usdc("fee"),
                fields.usdc("refund"),
                fields.usdc("stakeReturned"),
                fields.usdc("stakeForfeited"));
    }

    private static VaultEvent disputeOpened(Fields fields) {
        return new VaultEvent.DisputeOpened(
                fields.bounty(),
                fields.wallet("agent"),
                fields.number("fence"),
                fields.smallNumber("dispute"),
                fields.smallNumber("submission"),
                fields.word("openedBy", Side.class),
                fields.instant("answerBy"),
                fields.instant("decideBy"));
    }

    private static VaultEvent disputeAnswered(Fields fields) {
        return new VaultEvent.DisputeAnswered(
                fields.bounty(),
                fields.smallNumber("dispute"),
                fields.word("by", Side.class),
                fields.digest("evidenceHash"));
    }

    private static VaultEvent splitOffered(Fields fields) {
        return new VaultEvent.SplitOffered(
                fields.bounty(),
                fields.smallNumber("dispute"),
                fields.word("by", Side.class),
                fields.smallNumber("agentShareBps"));
    }

    private static VaultEvent disputeWithdrawn(Fields fields) {
        return new VaultEvent.DisputeWithdrawn(
                fields.bounty(), fields.smallNumber("dispute"), fields.instant("dueAt"));
    }

    private static VaultEvent paymentHeld(Fields fields) {
        return new VaultEvent.PaymentHeld(
                fields.bounty(), fields.wallet("account"), fields.usdc("amount"));
    }
}
