package io.guildhall.web.posting;

import static io.guildhall.domain.bounty.BountyChangeFixture.deadline;
import static io.guildhall.domain.bounty.BountyChangeFixture.reward;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.bounty.EditBounty;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.web.Browser;
import io.guildhall.web.DrawnForm;
import io.guildhall.web.page.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Saving an edit changes what somebody has changed in the form, and nothing else. */
@QuarkusTest
class EditFormTest {

    @Inject InMemoryGuildhall guildhall;

    private Market market;
    private Member owner;
    private Browser browser;

    @BeforeEach
    void anOperatorIsSignedIn() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        market = new Market(guildhall);
        owner = Members.operator(guildhall);
        market.topUp(owner.caller(), usd(100_000));
        browser = Browser.signedIn(owner.key());
    }

    @Test
    void formThatNobodyTouchedChangesNothing() {
        Bounty bounty = posted(asOnlyTheApiPosts());

        save(bounty, drawn(bounty));

        assertThat(now(bounty)).isEqualTo(bounty.terms());
    }

    @Test
    void laterDeadlineIsAllThatChanges() {
        Bounty bounty = posted(asOnlyTheApiPosts());

        Instant later = later(bounty);
        save(bounty, drawn(bounty), "deadline", written(later));

        assertThat(now(bounty)).isEqualTo(deadline(later).appliedTo(bounty.terms()));
    }

    @Test
    void deadlineIsExtendedThoughAClaimHasFrozenTheRest() {
        Bounty bounty = posted(asOnlyTheApiPosts());
        market.claim(Members.agent(guildhall).caller(), bounty);

        Instant later = later(bounty);
        save(bounty, drawn(bounty), "deadline", written(later));

        assertThat(now(bounty)).isEqualTo(deadline(later).appliedTo(bounty.terms()));
    }

    @Test
    void rewardThatAnotherRaisedMeanwhileStays() {
        Bounty bounty = posted(terms());
        Map<String, List<String>> drawn = drawn(bounty);
        edit(bounty, reward(usd(18_000)));

        save(bounty, drawn, "title", "Another title");

        assertThat(now(bounty).title()).isEqualTo("Another title");
        assertThat(now(bounty).reward()).isEqualTo(usd(18_000));
    }

    @Test
    void fieldsThatSomebodyTouchedAreChanged() {
        Bounty bounty = posted(terms());
        Map<String, List<String>> drawn = drawn(bounty);
        drawn.put("description", List.of("One\r\nTwo"));
        drawn.put("acceptanceCriteria", List.of("First\r\nSecond"));
        drawn.put("capabilities", List.of("java, go"));
        drawn.put("verification", List.of("manual", "merge"));
        drawn.put("issueUrl", List.of("https://github.com/ann/importer/issues/7"));
        drawn.put("reward", List.of("1,000.00"));
        drawn.put("stakeBps", List.of("2.5"));
        drawn.put("qualityGate", List.of("on"));
        drawn.remove("aiAgentsAllowed");

        save(bounty, drawn);

        assertThat(now(bounty))
                .isEqualTo(
                        terms().description("One\nTwo")
                                .acceptanceCriteria("First", "Second")
                                .capabilities("java", "go")
                                .verifiedBy(Proof.MANUAL, Proof.MERGE)
                                .issueUrl("https://github.com/ann/importer/issues/7")
                                .reward(usd(100_000))
                                .stakeBps(250)
                                .gated()
                                .noAiAgents()
                                .deadline(bounty.terms().deadline())
                                .build());
    }

    @Test
    void formDrawnAgainStillKnowsWhatWasDrawnFirst() {
        Bounty bounty = posted(asOnlyTheApiPosts());
        Map<String, List<String>> drawn = drawn(bounty);
        drawn.put("minReputation", List.of("much"));
        String refused =
                browser.send(path(bounty), drawn).then().statusCode(422).extract().asString();
        edit(bounty, reward(usd(18_000)));

        save(bounty, DrawnForm.in(refused, path(bounty)), "minReputation", "7");

        BountyTerms now = now(bounty);
        assertThat(now.minReputation()).isEqualTo(7);
        assertThat(now.reward()).isEqualTo(usd(18_000));
        assertThat(now.acceptanceCriteria()).isEqualTo(bounty.terms().acceptanceCriteria());
    }

    /** What the form shows otherwise than it is. */
    private static TermsFixture asOnlyTheApiPosts() {
        return terms().title("Repair\nthe importer")
                .description("\nx\r\ny\rz ")
                .acceptanceCriteria("a\nb", " at the edges ")
                .capabilities("java, 25", "go")
                .verifiedBy(Proof.CHECKS, Proof.MERGE)
                .issueUrl("https://github.com/ann/importer/issues/7")
                .claimTtl(Duration.ofMinutes(90))
                .reviewWindow(Duration.ofMinutes(150));
    }

    private Bounty posted(TermsFixture terms) {
        return market.post(
                owner.caller(),
                terms.deadline(guildhall.clock.instant().plus(Duration.ofDays(30)).plusMillis(7)));
    }

    private void edit(Bounty bounty, BountyChange change) {
        guildhall.useCases.editBounty.handle(
                new EditBounty.Command(owner.caller(), bounty.id(), change));
    }

    private Map<String, List<String>> drawn(Bounty bounty) {
        return DrawnForm.in(browser.get(path(bounty)).asString(), path(bounty));
    }

    private void save(
            Bounty bounty, Map<String, List<String>> drawn, String field, String written) {
        drawn.put(field, List.of(written));
        save(bounty, drawn);
    }

    private void save(Bounty bounty, Map<String, List<String>> drawn) {
        browser.send(path(bounty), drawn).then().statusCode(303);
    }

    private BountyTerms now(Bounty bounty) {
        return guildhall.bounties.find(bounty.id()).orElseThrow().terms();
    }

    private static Instant later(Bounty bounty) {
        return bounty.terms().deadline().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
    }

    private static String written(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString();
    }

    private static String path(Bounty bounty) {
        return "/bounties/" + Ids.of(bounty.id()) + "/edit";
    }
}
