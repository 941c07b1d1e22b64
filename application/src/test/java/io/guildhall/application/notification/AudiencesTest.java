package io.guildhall.application.notification;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AudiencesTest {

    private static final int ALL = 1_000;

    private final Market market = new Market();
    private final Audiences audiences =
            new Audiences(
                    market.guildhall.bounties,
                    market.guildhall.workspace.projects,
                    market.guildhall.workspace.memberships);
    private final Caller ann = market.operatorWith("Ann", usd(20_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);
    private final Caller stranger = market.operator("Dora");

    @Test
    void eventsKeepTheirOrderAndEachHasItsOwnBounty() {
        Bounty one = market.post(ann);
        Bounty other = market.post(ann, terms().reward(usd(1)));
        market.claim(agent, one);

        List<Addressed> addressed = audiences.of(placed());

        assertThat(addressed).extracting(Addressed::placed).isEqualTo(placed());
        for (Addressed event : addressed) {
            Subject story = event.placed().recorded().event().story();
            assertThat(event.bounty())
                    .isEqualTo(
                            Stream.of(one, other)
                                    .filter(bounty -> bounty.id().value().equals(story.id()))
                                    .findFirst()
                                    .orElse(null));
        }
    }

    @Test
    void whatHappenedOnBountiesIsHeardByThoseToWhomItsStoryIsTold() {
        Bounty bounty = market.post(ann);
        market.approve(ann, market.claim(agent, bounty));
        market.submit(agent, bounty);

        for (Caller caller : List.of(ann, bob, agent, stranger)) {
            assertThat(heardBy(caller))
                    .filteredOn(heard -> !(heard.event() instanceof PartyEvent))
                    .containsExactlyInAnyOrderElementsOf(
                            market.use
                                    .viewStory
                                    .of(
                                            caller,
                                            bounty.id(),
                                            PageRequest.first(PageRequest.LIMIT_MAX))
                                    .items());
        }
    }

    @Test
    void whatAwaitsItsFundingIsHeardByItsPosterAlone() {
        market.post(stranger);

        assertThat(happenedOnBounties()).hasSize(1).allSatisfy(this::onlyTheStrangerHears);
    }

    @Test
    void whatEndsUnfundedIsHeardByItsPosterAlone() {
        market.cancel(stranger, market.post(stranger));
        market.post(stranger);
        market.pass(Bounty.FUNDING_WINDOW);

        assertThat(happenedOnBounties())
                .extracting(event -> event.placed().recorded().event().getClass().getSimpleName())
                .containsExactly(
                        "BountyPosted", "BountyCancelled", "BountyPosted", "BountyExpired");
        assertThat(happenedOnBounties()).allSatisfy(this::onlyTheStrangerHears);
    }

    private void onlyTheStrangerHears(Addressed event) {
        assertThat(event.audience().includes(stranger)).isTrue();
        assertThat(event.audience().includes(ann)).isFalse();
    }

    private List<Addressed> happenedOnBounties() {
        return audiences.of(placed()).stream().filter(event -> event.bounty() != null).toList();
    }

    private List<Recorded> heardBy(Caller caller) {
        return audiences.of(placed()).stream()
                .filter(event -> event.audience().includes(caller))
                .map(event -> event.placed().recorded())
                .toList();
    }

    private List<Placed> placed() {
        market.use.placeEvents.handle(ALL);
        return market.guildhall.eventStream.after(0, ALL);
    }
}
