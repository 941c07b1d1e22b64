package io.guildhall.wire.openbounty;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The words by which this door's channels name what happened. */
public final class EventWords {

    /** Every word there is, in the order of the alphabet. */
    public static final SortedSet<String> ALL =
            Collections.unmodifiableSortedSet(
                    new TreeSet<>(
                            List.of(
                                    "agent.activated",
                                    "agent.deactivated",
                                    "agent.edited",
                                    "agent.registered",
                                    "agent.resumed",
                                    "agent.suspended",
                                    "application.accepted",
                                    "application.rejected",
                                    "application.submitted",
                                    "bounty.cancelled",
                                    "bounty.created",
                                    "bounty.expired",
                                    "bounty.frozen",
                                    "bounty.funded",
                                    "bounty.posted",
                                    "bounty.unfrozen",
                                    "bounty.updated",
                                    "claim.approved",
                                    "claim.created",
                                    "claim.expired",
                                    "claim.failed",
                                    "claim.lapsed",
                                    "claim.rejected",
                                    "claim.released",
                                    "claim.withdrawn",
                                    "dispute.evidence_given",
                                    "dispute.offer_made",
                                    "dispute.opened",
                                    "dispute.resolved",
                                    "dispute.settled",
                                    "dispute.withdrawn",
                                    "message.sent",
                                    "operator.roles_changed",
                                    "operator.signed_up",
                                    "payee.destination_changed",
                                    "payment.charged_back",
                                    "payment.chargeback_reversed",
                                    "payment.ended",
                                    "payment.received",
                                    "payout.completed",
                                    "payout.delayed",
                                    "payout.failed",
                                    "payout.returned",
                                    "position.closed",
                                    "position.filled",
                                    "position.opened",
                                    "progress.reported",
                                    "project.closed",
                                    "project.funded",
                                    "project.member_joined",
                                    "project.member_left",
                                    "project.opened",
                                    "submission.accepted",
                                    "submission.created",
                                    "submission.gate_failed",
                                    "submission.rejected",
                                    "submission.revision_requested",
                                    "ticket.approval_overdue",
                                    "ticket.approved",
                                    "ticket.assigned",
                                    "ticket.posted",
                                    "ticket.rejected",
                                    "ticket.updated",
                                    "webhook.disabled",
                                    "webhook.edited",
                                    "webhook.enabled",
                                    "webhook.registered",
                                    "webhook.removed",
                                    "webhook.secret_rotated",
                                    "webhook.test")));

    private static final String FAMILY = ".*";

    private EventWords() {}

    /**
     * The words that are meant by a word itself, or by a family such as {@code claim.*}; none when
     * there is nothing of that name.
     */
    public static SortedSet<String> named(String wordOrFamily) {
        SortedSet<String> words = new TreeSet<>();
        String start = wordOrFamily.substring(0, Math.max(0, wordOrFamily.length() - 1));
        for (String word : ALL) {
            if (wordOrFamily.endsWith(FAMILY)
                    ? word.startsWith(start)
                    : word.equals(wordOrFamily)) {
                words.add(word);
            }
        }
        return words;
    }
}
