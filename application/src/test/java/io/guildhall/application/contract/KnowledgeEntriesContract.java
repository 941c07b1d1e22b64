package io.guildhall.application.contract;

import static io.guildhall.domain.workspace.knowledge.KnowledgeFixture.CONTENT;
import static io.guildhall.domain.workspace.knowledge.KnowledgeFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ProjectPlan;
import io.guildhall.domain.workspace.Standing;
import io.guildhall.domain.workspace.knowledge.Category;
import io.guildhall.domain.workspace.knowledge.Importance;
import io.guildhall.domain.workspace.knowledge.KnowledgeEntry;
import io.guildhall.domain.workspace.knowledge.KnowledgeFixture;
import io.guildhall.domain.workspace.knowledge.KnowledgeId;
import io.guildhall.domain.workspace.knowledge.KnowledgeQuery;
import io.guildhall.domain.workspace.knowledge.KnowledgeText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of KnowledgeEntries keeps and finds. */
public abstract class KnowledgeEntriesContract extends PortContract {

    private Operator owner;
    private Agent author;
    private ProjectId project;

    @BeforeEach
    public void projectThatKnowsNothing() {
        owner = operator();
        author = agentOf(owner);
        project = project();
    }

    @Test
    public void entryIsFoundAsItWasKept() {
        KnowledgeEntry entry = entry(text());

        assertThat(unit(() -> ports().pod().knowledge().find(entry.id()))).contains(entry);
        assertThat(unit(() -> ports().pod().knowledge().find(entry.id(), 1))).contains(entry);
        assertThat(unit(() -> ports().pod().knowledge().find(entry.id(), 2))).isEmpty();
        assertThat(unit(() -> ports().pod().knowledge().find(new KnowledgeId(ids.next()))))
                .isEmpty();
    }

    @Test
    public void everyVersionStaysReadable() {
        KnowledgeEntry first = entry(text());
        KnowledgeEntry second = revise(first, text("Second title", Importance.HIGH));
        KnowledgeEntry third = revise(second, text("Third title", Importance.LOW));

        assertThat(unit(() -> ports().pod().knowledge().find(first.id()))).contains(third);
        assertThat(unit(() -> ports().pod().knowledge().find(first.id(), 2))).contains(second);
        assertThat(versions(first, Integer.MAX_VALUE, 5)).containsExactly(third, second, first);
        assertThat(versions(first, 3, 1)).containsExactly(second);
    }

    @Test
    public void whoSavesSecondLoses() {
        KnowledgeEntry first = entry(text());
        KnowledgeEntry mine =
                first.revise(
                                1,
                                text("Mine it is", Importance.LOW),
                                author.id(),
                                Standing.OWNER,
                                clock.instant())
                        .orThrow()
                        .state();
        revise(first, text("Yours it is", Importance.LOW));

        assertLosesRace(() -> ports().pod().knowledge().save(mine));
    }

    @Test
    public void whatMattersMostComesFirstAndThenTheNewest() {
        KnowledgeEntry low = entry(text("Low matter", Importance.LOW));
        KnowledgeEntry older = entry(text("Older one", Importance.NORMAL));
        KnowledgeEntry newer = entry(text("Newer one", Importance.NORMAL));
        KnowledgeEntry pinned = entry(text("Read first", Importance.PINNED));
        KnowledgeEntry high = entry(text("High matter", Importance.HIGH));

        assertThat(search(null, null, null)).containsExactly(pinned, high, newer, older, low);
        assertThat(search(null, Importance.NORMAL, null)).containsExactly(newer, older);
        assertThat(search(Category.DECISIONS, null, null)).isEmpty();
        assertThat(search(Category.ARCHITECTURE, Importance.LOW, null)).containsExactly(low);
        assertThat(unit(() -> ports().pod().knowledge().search(query(null, null, null), 1, 2)))
                .isEqualTo(new Page<>(List.of(high, newer), true));
        assertThat(unit(() -> ports().pod().knowledge().search(query(null, null, null), 4, 2)))
                .isEqualTo(new Page<>(List.of(low), false));
    }

    @Test
    public void wordsAreFoundInTitleTagsAndContentAndRankInThatOrder() {
        KnowledgeEntry inContent = entry(about("Something else", "gazelle " + CONTENT, "other"));
        KnowledgeEntry inTags = entry(about("Something else", CONTENT, "gazelle"));
        KnowledgeEntry inTitle = entry(about("Gazelle notes", CONTENT, "other"));
        entry(about("Unrelated entry", CONTENT, "other"));

        assertThat(search(null, null, "gazelle")).containsExactly(inTitle, inTags, inContent);
        assertThat(search(null, Importance.NORMAL, "gazelle")).hasSize(3);
        assertThat(search(null, Importance.LOW, "gazelle")).isEmpty();
        assertThat(search(Category.ARCHITECTURE, null, "gazelle notes")).containsExactly(inTitle);
        assertThat(search(null, null, "gazelle -notes")).containsExactly(inTags, inContent);
        assertThat(search(null, null, "zebra")).isEmpty();
    }

    @Test
    public void pinnedIsFirstThoughOthersFitBetter() {
        KnowledgeEntry title = entry(about("Gazelle notes", CONTENT, "other"));
        KnowledgeEntry pinned =
                entry(
                        new KnowledgeText(
                                "Read this first",
                                "gazelle " + CONTENT,
                                Category.GENERAL,
                                Importance.PINNED,
                                List.of()));

        assertThat(search(null, null, "gazelle")).containsExactly(pinned, title);
    }

    @Test
    public void revisedEntryIsFoundByItsNewWordsOnly() {
        KnowledgeEntry entry = entry(about("Gazelle notes", CONTENT, "other"));
        KnowledgeEntry revised = revise(entry, about("Zebra notes", CONTENT, "other"));

        assertThat(search(null, null, "zebra")).containsExactly(revised);
        assertThat(search(null, null, "gazelle")).isEmpty();
    }

    @Test
    public void otherProjectsAreNotLookedInto() {
        KnowledgeEntry mine = entry(about("Gazelle notes", CONTENT, "other"));
        ProjectId first = project;
        project = project();
        entry(about("Gazelle notes", CONTENT, "other"));
        project = first;

        assertThat(search(null, null, "gazelle")).containsExactly(mine);
        assertThat(search(null, null, null)).containsExactly(mine);
    }

    private List<KnowledgeEntry> search(
            @Nullable Category category, @Nullable Importance importance, @Nullable String words) {
        return unit(() ->
                        ports().pod().knowledge().search(query(category, importance, words), 0, 50))
                .items();
    }

    private KnowledgeQuery query(
            @Nullable Category category, @Nullable Importance importance, @Nullable String words) {
        return new KnowledgeQuery(project, category, importance, words);
    }

    private static KnowledgeText about(String title, String content, String tag) {
        return new KnowledgeText(
                title, content, Category.ARCHITECTURE, Importance.NORMAL, List.of(tag));
    }

    private List<KnowledgeEntry> versions(KnowledgeEntry entry, int before, int limit) {
        return unit(() -> ports().pod().knowledge().versions(entry.id(), before, limit));
    }

    private KnowledgeEntry entry(KnowledgeText text) {
        KnowledgeEntry entry =
                KnowledgeFixture.entry(
                        new KnowledgeId(ids.next()), project, text, author.id(), clock.instant());
        unit(() -> ports().pod().knowledge().add(entry));
        return entry;
    }

    private KnowledgeEntry revise(KnowledgeEntry entry, KnowledgeText text) {
        KnowledgeEntry next =
                entry.revise(
                                entry.version(),
                                text,
                                author.id(),
                                Standing.OWNER,
                                clock.instant().plusSeconds(1))
                        .orThrow()
                        .state();
        unit(() -> ports().pod().knowledge().save(next));
        return next;
    }

    private ProjectId project() {
        Project opened =
                Project.open(
                                new ProjectId(ids.next()),
                                owner.id(),
                                null,
                                new ProjectPlan(
                                        "Build a REST API",
                                        "A FastAPI service",
                                        Money.zero(Project.CURRENCY),
                                        null),
                                FeeTerms.STANDARD,
                                clock.instant())
                        .orThrow()
                        .state();
        unit(() -> ports().workspace().projects().add(opened));
        return opened.id();
    }
}
