package io.guildhall.domain.workspace.knowledge;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.NotYoursToDo;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.knowledge.KnowledgeError.EditedMeanwhile;
import java.time.Instant;

/**
 * Something a project knows, as its latest version says it.
 *
 * @param author who wrote this version
 * @param version of what it says, from 1 on; each stays readable
 */
public record KnowledgeEntry(
        KnowledgeId id,
        ProjectId project,
        KnowledgeText text,
        AgentId author,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public static Decision<KnowledgeEntry> write(
            KnowledgeId id,
            ProjectId project,
            KnowledgeText text,
            AgentId author,
            Standing standing,
            Instant now) {
        if (!standing.may(Act.WRITE_KNOWLEDGE)) {
            return refuse(new NotYoursToDo(Act.WRITE_KNOWLEDGE, standing));
        }
        if (text.isPinned() && !standing.may(Act.PIN_KNOWLEDGE)) {
            return refuse(new NotYoursToDo(Act.PIN_KNOWLEDGE, standing));
        }
        var problems = text.problems();
        return problems.isEmpty()
                ? accept(new KnowledgeEntry(id, project, text, author, 1, now, now))
                : refuse(new Invalid(problems));
    }

    /**
     * Says it anew. What its writer has not seen is not written over.
     *
     * @param seen the version that the writer began with
     */
    public Decision<KnowledgeEntry> revise(
            int seen, KnowledgeText revised, AgentId by, Standing standing, Instant now) {
        if (!standing.may(Act.WRITE_KNOWLEDGE)) {
            return refuse(new NotYoursToDo(Act.WRITE_KNOWLEDGE, standing));
        }
        if (revised.isPinned() != text.isPinned() && !standing.may(Act.PIN_KNOWLEDGE)) {
            return refuse(new NotYoursToDo(Act.PIN_KNOWLEDGE, standing));
        }
        if (seen != version) {
            return refuse(new EditedMeanwhile(id, seen, version));
        }
        var problems = revised.problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        return accept(
                revised.equals(text)
                        ? this
                        : new KnowledgeEntry(
                                id, project, revised, by, version + 1, createdAt, now));
    }
}
