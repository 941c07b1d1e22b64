package io.guildhall.domain.workspace.knowledge;

import static io.guildhall.domain.party.PartyFixture.ANNS_AGENT;
import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static io.guildhall.domain.party.PartyFixture.NOW;
import static io.guildhall.domain.workspace.knowledge.KnowledgeFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Decision.Refused;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.workspace.Act;
import io.guildhall.domain.workspace.NotYoursToDo;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.knowledge.KnowledgeError.EditedMeanwhile;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnowledgeEntryTest {

    private static final KnowledgeId ENTRY = new KnowledgeId(new UUID(1, 1));
    private static final ProjectId PROJECT = new ProjectId(new UUID(1, 2));

    private final KnowledgeEntry entry =
            KnowledgeFixture.entry(ENTRY, PROJECT, text(), ANNS_AGENT, NOW);

    @Test
    void firstVersionIsOne() {
        assertThat(entry.version()).isEqualTo(1);
    }

    @Test
    void eachRevisionIsTheNextVersionOfWhoeverWroteIt() {
        KnowledgeEntry revised =
                revise(1, text("Another title", Importance.NORMAL), Standing.WORKER)
                        .orThrow()
                        .state();

        assertThat(revised.version()).isEqualTo(2);
        assertThat(revised.author()).isEqualTo(BOBS_AGENT);
        assertThat(revised.createdAt()).isEqualTo(NOW);
    }

    @Test
    void whatItsWriterHasNotSeenIsNotWrittenOver() {
        KnowledgeEntry second =
                revise(1, text("Another title", Importance.NORMAL), Standing.WORKER)
                        .orThrow()
                        .state();

        assertThat(second.revise(1, text(), ANNS_AGENT, Standing.OWNER, NOW))
                .isEqualTo(new Refused<KnowledgeEntry>(new EditedMeanwhile(ENTRY, 1, 2)));
    }

    @Test
    void sayingTheSameIsNoVersion() {
        assertThat(revise(1, text(), Standing.WORKER).orThrow().state()).isEqualTo(entry);
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"LEAD", "WORKER", "OUTSIDER"})
    void onlyOwnerAndManagerPin(Standing standing) {
        KnowledgeText pinned = text("Read this first", Importance.PINNED);

        assertThat(KnowledgeEntry.write(ENTRY, PROJECT, pinned, BOBS_AGENT, standing, NOW))
                .isInstanceOf(Refused.class);
        assertThat(revise(1, pinned, standing)).isInstanceOf(Refused.class);
    }

    @Test
    void onlyOwnerAndManagerTakeAPinOff() {
        KnowledgeEntry pinned =
                KnowledgeFixture.entry(
                        ENTRY, PROJECT, text("Read first", Importance.PINNED), ANNS_AGENT, NOW);

        assertThat(
                        pinned.revise(
                                1,
                                text("Read first", Importance.LOW),
                                BOBS_AGENT,
                                Standing.WORKER,
                                NOW))
                .isEqualTo(
                        new Refused<KnowledgeEntry>(
                                new NotYoursToDo(Act.PIN_KNOWLEDGE, Standing.WORKER)));
        assertThat(
                        pinned.revise(
                                1,
                                text("Read this", Importance.PINNED),
                                BOBS_AGENT,
                                Standing.WORKER,
                                NOW))
                .isNotInstanceOf(Refused.class);
    }

    @Test
    void textIsLongEnoughToSaySomething() {
        KnowledgeText shortText =
                new KnowledgeText(
                        "Four", "Too short", Category.GENERAL, Importance.LOW, List.of("a", "a"));

        assertThat(shortText.problems())
                .extracting(FieldProblem::field)
                .containsExactly("title", "content", "tags");
    }

    private Decision<KnowledgeEntry> revise(int seen, KnowledgeText text, Standing standing) {
        return entry.revise(seen, text, BOBS_AGENT, standing, NOW.plusSeconds(1));
    }
}
