package io.guildhall.application.dispute;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.DisputeStatus.Answered;
import io.guildhall.domain.dispute.DisputeStatus.Open;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.dispute.EvidenceId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Deliverable;
import java.time.Instant;
import java.util.List;

/** A side says and shows something for itself; the other side's first one is its answer. */
public final class GiveEvidence {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Disputes disputes;

    public GiveEvidence(UseCaseContext context, Bounties bounties, Disputes disputes) {
        this.context = context;
        this.bounties = bounties;
        this.disputes = disputes;
    }

    public record Command(
            Caller caller, DisputeId dispute, String content, List<Deliverable> attachments) {
        public Command {
            attachments = List.copyOf(attachments);
        }
    }

    public Evidence handle(Command command) {
        return context.transactions().run(() -> give(command, context.clock().instant()));
    }

    private Evidence give(Command command, Instant now) {
        var taken = SeenDispute.taken(command.caller(), command.dispute(), bounties, disputes);
        Evidence evidence =
                new Evidence(
                        new EvidenceId(context.ids().next()),
                        command.dispute(),
                        taken.side(command.caller()),
                        command.content(),
                        command.attachments(),
                        now);
        var heard = taken.dispute().hear(evidence, now).orThrow();
        Dispute saved = disputes.save(heard.state());
        if (taken.dispute().status() instanceof Open && saved.status() instanceof Answered) {
            context.orders().answerDispute(taken.bounty(), saved, evidence, now);
        }
        disputes.addEvidence(evidence);
        context.outbox().publish(heard.events(), now);
        return evidence;
    }
}
