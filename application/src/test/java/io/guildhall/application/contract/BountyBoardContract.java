package io.guildhall.application.contract;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.BountyBoard;
import io.guildhall.application.access.BountyBoard.Card;
import io.guildhall.application.access.BountyBoard.Sort;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of BountyBoard finds. */
public abstract class BountyBoardContract extends PortContract {

    @Test
    public void bountyIsSeenByEverybody() {
        Bounty bounty = openBounty(operator());
        Agent stranger = agentOf(operator());

        assertThat(card(bounty, keyOf(operator()))).contains(new Card(bounty, null));
        assertThat(card(bounty, keyOf(stranger))).contains(new Card(bounty, null));
        assertThat(unit(() -> ports().board().find(new BountyId(ids.next()), keyOf(stranger))))
                .isEmpty();
    }

    @Test
    public void bountyWithoutFundingIsItsPostersOwnAffair() {
        Operator poster = operator();
        Bounty unfunded =
                withStatus(
                        openBounty(poster),
                        new BountyStatus.AwaitingFunding(clock.instant().plusSeconds(60)));
        Bounty open = openBounty(poster);

        assertThat(found(of(poster), keyOf(poster))).containsExactly(open.id(), unfunded.id());
        assertThat(card(unfunded, keyOf(poster))).contains(new Card(unfunded, null));
        for (Caller other :
                List.of(keyOf(operator()), keyOf(agentOf(operator())), keyOf(agentOf(poster)))) {
            assertThat(found(of(poster), other)).containsExactly(open.id());
            assertThat(card(unfunded, other)).isEmpty();
        }
    }

    @Test
    public void bountyThatEndsUnfundedStaysItsPostersOwnAffair() {
        Operator poster = operator();
        Bounty cancelled = unfunded(poster, new BountyStatus.Cancelled("none", clock.instant()));
        Bounty expired = unfunded(poster, new BountyStatus.Expired(clock.instant()));
        Bounty funded =
                withStatus(openBounty(poster), new BountyStatus.Cancelled("none", clock.instant()));

        assertThat(found(of(poster), keyOf(poster)))
                .containsExactly(funded.id(), expired.id(), cancelled.id());
        for (Caller other : List.of(keyOf(operator()), keyOf(agentOf(operator())))) {
            assertThat(found(of(poster), other)).containsExactly(funded.id());
            assertThat(found(of(poster).status("cancelled"), other)).containsExactly(funded.id());
            assertThat(found(of(poster).status("expired"), other)).isEmpty();
            assertThat(card(cancelled, other)).isEmpty();
            assertThat(card(expired, other)).isEmpty();
        }
        assertThat(estimate(of(poster), operator())).isEqualTo(1);
    }

    private Bounty unfunded(Operator poster, BountyStatus end) {
        Bounty waiting =
                withStatus(
                        openBounty(poster),
                        new BountyStatus.AwaitingFunding(clock.instant().plusSeconds(60)));
        return withStatus(waiting, end);
    }

    @Test
    public void cardShowsTheViewersLiveClaim() {
        Operator poster = operator();
        Operator worker = operator();
        Agent asking = agentOf(worker);
        Agent refused = agentOf(worker);
        Bounty bounty = openBounty(poster);
        ClaimId pending = pendingClaim(bounty, asking).id();
        Claim ended = pendingClaim(bounty, refused);
        unit(() -> ports().claims().save(ended.reject("no", clock.instant()).orThrow().state()));

        assertThat(viewerClaim(bounty, keyOf(asking))).isEqualTo(pending);
        assertThat(viewerClaim(bounty, keyOf(refused))).isNull();
        assertThat(viewerClaim(bounty, keyOf(worker))).isNull();
        assertThat(viewerClaim(bounty, keyOf(poster))).isNull();
        assertThat(search(of(poster), keyOf(asking)).items().getFirst().viewerClaim())
                .isEqualTo(pending);
    }

    @Test
    public void queryNarrowsWhatIsFound() {
        Operator poster = operator();
        Agent agent = agentOf(operator());
        String category = "c" + ids.next().toString().substring(0, 30);
        Bounty plain = openBounty(poster);
        Bounty claimed = openBounty(poster);
        activeClaim(claimed, agent);
        Bounty forPeople = openBounty(poster, terms().noAiAgents().build());
        Bounty special = openBounty(poster, terms().category(category).build());
        Bounty skilled = openBounty(poster, terms().capabilities("rust", "zig").build());
        Bounty rich = openBounty(poster, terms().reward(usd(90_000)).build());
        Bounty inUsdc = openBounty(poster, terms().reward(usdc(20_000)).build());

        assertThat(found(of(poster))).hasSize(7);
        assertThat(found(of(poster).status("claimed"))).containsExactly(claimed.id());
        assertThat(found(of(poster).status("open"))).hasSize(6).doesNotContain(claimed.id());
        assertThat(found(of(poster).aiAgentsAllowed(false))).containsExactly(forPeople.id());
        assertThat(found(of(poster).aiAgentsAllowed(true))).hasSize(6).contains(plain.id());
        assertThat(found(of(poster).category(category))).containsExactly(special.id());
        assertThat(found(of(poster).capability("zig"))).containsExactly(skilled.id());
        assertThat(found(of(poster).currency(Currency.USDC))).containsExactly(inUsdc.id());
        assertThat(found(of(poster).rewardCentsMin(20_000)))
                .containsExactly(inUsdc.id(), rich.id());
        assertThat(found(of(poster).rewardCentsMin(20_001))).containsExactly(rich.id());
        assertThat(found(of(poster).currency(Currency.USDC).rewardCentsMin(20_001))).isEmpty();
        assertThat(found(of(poster).poster(operator().id()))).isEmpty();
    }

    @Test
    public void bidsAreFoundApart() {
        Operator poster = operator();
        openBounty(poster);
        Bounty takesBids = openBounty(poster, terms().takingBids().build());

        assertThat(found(of(poster).claimPolicy(ClaimPolicy.BID))).containsExactly(takesBids.id());
        assertThat(found(of(poster).claimPolicy(ClaimPolicy.BID).status("open")))
                .containsExactly(takesBids.id());
        assertThat(found(of(poster).claimPolicy(ClaimPolicy.FIRST_COME))).isEmpty();
    }

    @Test
    public void fewAreCountedExactlyWhereverThePageBegins() {
        Operator poster = operator();
        Operator stranger = operator();
        Bounty first = openBounty(poster);
        withStatus(
                openBounty(poster),
                new BountyStatus.AwaitingFunding(clock.instant().plusSeconds(60)));
        Bounty last = openBounty(poster, terms().takingBids().build());

        assertThat(estimate(of(poster).limit(1), stranger)).isEqualTo(2);
        assertThat(estimate(of(poster), poster)).isEqualTo(3);
        assertThat(estimate(of(poster).claimPolicy(ClaimPolicy.BID), stranger)).isEqualTo(1);
        assertThat(
                        estimate(
                                of(poster).limit(1).after(BountyBoard.position(Sort.NEWEST, last)),
                                stranger))
                .isEqualTo(2);
        assertThat(estimate(of(poster).text("nosuchword"), stranger)).isZero();
        assertThat(found(of(poster))).containsExactly(last.id(), first.id());
    }

    private long estimate(Search search, Operator viewer) {
        return unit(() -> ports().board().estimate(search.query(), keyOf(viewer)));
    }

    @Test
    public void wholeWordsAreFoundInTitleAndDescription() {
        Operator poster = operator();
        BountyId inTitle = openBounty(poster, terms().title("Xylophone quartet").build()).id();
        BountyId inDescription =
                openBounty(
                                poster,
                                terms().title("Music")
                                        .description("A quartet, then a zyzzyva.\nXylophone too")
                                        .build())
                        .id();
        openBounty(poster);

        assertThat(found(of(poster).text("xylophone"))).containsExactly(inDescription, inTitle);
        assertThat(found(of(poster).text("Zyzzyva"))).containsExactly(inDescription);
        assertThat(found(of(poster).text("xylophone zyzzyva"))).containsExactly(inDescription);
        assertThat(found(of(poster).text("\"xylophone quartet\""))).containsExactly(inTitle);
        assertThat(found(of(poster).text("xylophone -zyzzyva"))).containsExactly(inTitle);
        assertThat(found(of(poster).text("zyzzyva or music"))).containsExactly(inDescription);
        assertThat(found(of(poster).text("nosuchword or quartet"))).hasSize(2);
        assertThat(found(of(poster).text("nosuchword"))).isEmpty();
    }

    @Test
    public void sortsPutFirstWhatMattersMost() {
        Operator poster = operator();
        BountyId small = bounty(poster, 1_000, 3);
        BountyId large = bounty(poster, 9_000, 9);
        BountyId urgent = bounty(poster, 5_000, 1);

        assertThat(found(of(poster))).containsExactly(urgent, large, small);
        assertThat(found(of(poster).sort(Sort.REWARD))).containsExactly(large, urgent, small);
        assertThat(found(of(poster).sort(Sort.DEADLINE))).containsExactly(urgent, small, large);
    }

    @Test
    public void pagesOfEverySortFollowEachOtherWithoutGapOrOverlap() {
        Operator poster = operator();
        for (int i = 0; i < 7; i++) {
            bounty(poster, 1_000 + 1_000 * (i % 2), 1 + i % 3);
        }

        for (Sort sort : Sort.values()) {
            List<BountyId> all = found(of(poster).sort(sort));
            assertThat(all).hasSize(7).doesNotHaveDuplicates();

            assertThat(pageByPage(of(poster).sort(sort).limit(2), sort)).isEqualTo(all);
        }
    }

    private List<BountyId> pageByPage(Search search, Sort sort) {
        List<BountyId> read = new ArrayList<>();
        Page<Card> page = search(search, keyOf(operator()));
        while (true) {
            page.items().forEach(card -> read.add(card.bounty().id()));
            if (!page.hasMore()) {
                return read;
            }
            assertThat(page.items()).hasSize(2);
            search.after(BountyBoard.position(sort, page.items().getLast().bounty()));
            page = search(search, keyOf(operator()));
        }
    }

    private BountyId bounty(Operator poster, long rewardCents, int deadlineDays) {
        TermsFixture terms =
                terms().reward(usd(rewardCents))
                        .deadline(clock.instant().plus(Duration.ofDays(deadlineDays)));
        return openBounty(poster, terms.build()).id();
    }

    private Optional<Card> card(Bounty bounty, Caller viewer) {
        return unit(() -> ports().board().find(bounty.id(), viewer));
    }

    private @Nullable ClaimId viewerClaim(Bounty bounty, Caller viewer) {
        return card(bounty, viewer).orElseThrow().viewerClaim();
    }

    private List<BountyId> found(Search search) {
        return found(search, keyOf(operator()));
    }

    private List<BountyId> found(Search search, Caller viewer) {
        return search(search, viewer).items().stream().map(card -> card.bounty().id()).toList();
    }

    private Page<Card> search(Search search, Caller viewer) {
        return unit(() -> ports().board().search(search.query(), viewer));
    }

    /** Everything of that poster, so that what else is on the board does not matter. */
    private static Search of(Operator poster) {
        return new Search().poster(poster.id());
    }
}
