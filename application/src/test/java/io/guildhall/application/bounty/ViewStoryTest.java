package io.guildhall.application.bounty;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewStoryTest {

    private static final List<String> EVERYBODYS =
            List.of("BountyPosted", "BountyFunded", "BountyOpened");

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(60_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);
    private final Caller rival = market.agentOf(market.operator("Carol"));
    private final Caller stranger = market.operator("Dora");

    @Test
    void sidesHearTheWholeStoryAndOthersWhatIsTheirs() {
        Bounty bounty = market.post(ann);
        Claim claim = market.claim(agent, bounty);
        market.claim(rival, bounty);
        market.approve(ann, claim);
        market.report(agent, bounty, Visibility.PRIVATE);
        market.report(agent, bounty, Visibility.PUBLIC);
        market.submit(agent, bounty);
        Dispute dispute = market.dispute(agent, bounty);
        market.offer(ann, dispute, 5_000);
        market.acceptOffer(agent, dispute);
        List<String> ofTheDispute = List.of("DisputeOpened", "OfferMade", "DisputeSettled");

        assertThat(heardBy(ann, bounty))
                .containsExactly(
                        "BountyPosted",
                        "BountyFunded",
                        "BountyOpened",
                        "ClaimCreated",
                        "ClaimCreated",
                        "ClaimApproved",
                        "ClaimRejected",
                        "ProgressReported",
                        "ProgressReported",
                        "SubmissionCreated",
                        "DisputeOpened",
                        "OfferMade",
                        "DisputeSettled",
                        "SubmissionAccepted",
                        "PayoutCompleted");
        List<String> ofBobsWork =
                List.of(
                        "BountyPosted",
                        "BountyFunded",
                        "BountyOpened",
                        "ClaimCreated",
                        "ClaimApproved",
                        "ProgressReported",
                        "ProgressReported",
                        "SubmissionCreated",
                        "DisputeOpened",
                        "OfferMade",
                        "DisputeSettled",
                        "SubmissionAccepted",
                        "PayoutCompleted");
        assertThat(heardBy(agent, bounty)).isEqualTo(ofBobsWork);
        assertThat(heardBy(bob, bounty)).isEqualTo(ofBobsWork);
        assertThat(heardBy(rival, bounty))
                .containsExactlyElementsOf(
                        with(
                                EVERYBODYS,
                                List.of("ClaimCreated", "ClaimRejected", "ProgressReported")));
        assertThat(heardBy(stranger, bounty))
                .containsExactlyElementsOf(with(EVERYBODYS, List.of("ProgressReported")));
        assertThat(heardBy(market.agentOf(bob), bounty))
                .containsExactlyElementsOf(with(EVERYBODYS, List.of("ProgressReported")));
        for (Role role : Role.values()) {
            Caller watching = Caller.operator(stranger.operator(), Set.of(role));
            assertThat(heardBy(watching, bounty))
                    .containsExactlyElementsOf(
                            with(EVERYBODYS, with(List.of("ProgressReported"), ofTheDispute)));
        }
    }

    @Test
    void pagesAreFullOfWhatTheReaderHears() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(agent, bounty);
        for (int i = 0; i < 60; i++) {
            market.report(agent, bounty, Visibility.PRIVATE);
            market.report(agent, bounty, Visibility.PRIVATE);
            market.report(agent, bounty, Visibility.PUBLIC);
        }

        List<Recorded> read = new ArrayList<>();
        @Nullable UUID after = null;
        boolean more = true;
        while (more) {
            Page<Recorded> page =
                    market.use.viewStory.of(stranger, bounty.id(), new PageRequest(after, 10));
            read.addAll(page.items());
            more = page.hasMore();
            assertThat(page.items()).hasSize(more ? 10 : 3);
            after = page.items().getLast().id();
        }

        assertThat(read).hasSize(63);
        assertThat(read).extracting(Recorded::id).doesNotHaveDuplicates();
        assertThat(read.getLast().event().getClass().getSimpleName()).isEqualTo("BountyPosted");
    }

    @Test
    void storyOfAnUnfundedBountyIsItsPosters() {
        Bounty bounty = market.post(ann, terms().reward(usd(90_000)));

        assertThat(heardBy(ann, bounty)).containsExactly("BountyPosted");
        assertThat(refusal(() -> heardBy(stranger, bounty))).isEqualTo("bounty_not_found");

        market.cancel(ann, bounty);

        assertThat(heardBy(ann, bounty)).containsExactly("BountyPosted", "BountyCancelled");
        assertThat(refusal(() -> heardBy(stranger, bounty))).isEqualTo("bounty_not_found");
    }

    /** In the order in which it happened. */
    private List<String> heardBy(Caller caller, Bounty bounty) {
        return market.use.viewStory.of(caller, bounty.id(), PageRequest.first(100)).items().stream()
                .map(recorded -> recorded.event().getClass().getSimpleName())
                .toList()
                .reversed();
    }

    private static List<String> with(List<String> some, List<String> more) {
        List<String> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }
}
