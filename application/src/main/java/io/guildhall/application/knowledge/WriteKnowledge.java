package io.guildhall.application.knowledge;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.application.workspace.Seat;
import io.guildhall.application.workspace.Team;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntries;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntry;
import io.guildhall.domain.workspace.knowledge.KnowledgeId;
import io.guildhall.domain.workspace.knowledge.KnowledgeText;

/** Adds an entry to what a project knows. */
public final class WriteKnowledge {

    private final UseCaseContext context;
    private final Team team;
    private final KnowledgeEntries entries;

    public WriteKnowledge(UseCaseContext context, Team team, KnowledgeEntries entries) {
        this.context = context;
        this.team = team;
        this.entries = entries;
    }

    public record Command(Caller caller, ProjectId project, KnowledgeText text) {}

    public KnowledgeEntry handle(Command command) {
        AgentId author = command.caller().asAgent();
        return context.transactions()
                .run(() -> {
                    Seat seat =
                            team.holdInside(command.caller(), command.project(), "project")
                                    .mayDo(Act.WRITE_KNOWLEDGE);
                    seat.project().mustBeOpen();
                    KnowledgeEntry entry =
                            KnowledgeEntry.write(
                                            new KnowledgeId(context.ids().next()),
                                            command.project(),
                                            command.text(),
                                            author,
                                            seat.standing(),
                                            context.clock().instant())
                                    .orThrow()
                                    .state();
                    entries.add(entry);
                    return entry;
                });
    }
}
