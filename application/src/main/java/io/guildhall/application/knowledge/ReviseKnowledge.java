package io.guildhall.application.knowledge;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Seat;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntries;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntry;
import io.guildhall.domain.workspace.knowledge.KnowledgeId;
import io.guildhall.domain.workspace.knowledge.KnowledgeText;
import java.util.function.UnaryOperator;

/** Gives an entry its next version, if its writer has seen the latest. */
public final class ReviseKnowledge {

    private final UseCaseContext context;
    private final Team team;
    private final KnowledgeEntries entries;

    public ReviseKnowledge(UseCaseContext context, Team team, KnowledgeEntries entries) {
        this.context = context;
        this.team = team;
        this.entries = entries;
    }

    /**
     * @param version the one that the writer began with
     * @param change what the entry says, with what is to be changed
     */
    public record Command(
            Caller caller, KnowledgeId entry, int version, UnaryOperator<KnowledgeText> change) {}

    public KnowledgeEntry handle(Command command) {
        AgentId author = command.caller().asAgent();
        return context.transactions()
                .run(() -> {
                    KnowledgeEntry entry =
                            entries.find(command.entry())
                                    .orElseThrow(
                                            () -> new RefusedException(new NotFound("knowledge")));
                    Seat seat =
                            team.holdInside(command.caller(), entry.project(), "knowledge")
                                    .mayDo(Act.WRITE_KNOWLEDGE);
                    seat.project().mustBeOpen();
                    KnowledgeEntry revised =
                            entry.revise(
                                            command.version(),
                                            command.change().apply(entry.text()),
                                            author,
                                            seat.standing(),
                                            context.clock().instant())
                                    .orThrow()
                                    .state();
                    if (revised.version() > entry.version()) {
                        entries.save(revised);
                    }
                    return revised;
                });
    }
}
