package io.guildhall.web.watch;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.application.access.Door;
import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.progress.ReportProgress;
import io.guildhall.application.session.SignIn;
import io.guildhall.application.stream.ViewEvents;
import io.guildhall.domain.bounty.BountyEvent.BountyFunded;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.web.Market;
import io.guildhall.web.Postings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LiveStoryTest {

    private static final Pattern STREAM = Pattern.compile("data-stream=\"([^\"]+)\"");

    @Inject InMemoryGuildhall guildhall;
    @Inject Market market;
    @Inject LiveStory live;

    private Member ann;
    private Member agent;
    private BountyId bounty;

    @BeforeEach
    void anAgentWorks() {
        guildhall.clock.advance(Duration.ofMinutes(1));
        ann = market.poster();
        agent = market.agent();
        bounty =
                guildhall
                        .useCases
                        .postBounty
                        .handle(Postings.bounty(ann.caller(), "Paint it", MoneyFixture.usd(9_000)))
                        .id();
        var claim = market.claim(agent, bounty, "", null);
        guildhall.useCases.approveClaim.handle(new ApproveClaim.Command(ann.caller(), claim));
        market.spreadTheWord();
    }

    @Test
    void pageHearsWhatHappensAndHowItStands() {
        try (Ear ear = listen(ann, null)) {
            market.report(agent, bounty, "first_coat", "Blue\r\nand green", "{\"tins\": 2}");
            market.spreadTheWord();

            await().until(() -> ear.heard("first coat") || ear.heard("First coat"));
            await().until(() -> ear.events().contains("now"));
            assertThat(ear.text()).contains("Blue").contains("&quot;tins&quot;: 2");
            assertThat(ear.text().lines())
                    .allMatch(line -> line.isEmpty() || line.matches("(id|event|data|): ?.*"));
        }
    }

    @Test
    void whoComesBackMissesNothingAndHearsNothingTwice() {
        String last;
        try (Ear ear = listen(ann, null)) {
            market.report(agent, bounty, "one", "", null);
            market.spreadTheWord();
            await().until(() -> ear.heard("One") && ear.ids().contains(end()));
            last = end();
        }
        market.report(agent, bounty, "two", "", null);
        market.spreadTheWord();

        try (Ear ear = listen(ann, last)) {
            await().until(() -> ear.heard("Two"));
            market.report(agent, bounty, "three", "", null);
            market.spreadTheWord();
            await().until(() -> ear.heard("Three"));
            assertThat(ear.heard("One")).isFalse();
            assertThat(ear.happened()).isEqualTo(2);
        }
    }

    @Test
    void openPageIsToldHoweverLongAgoTheLastEventWas() {
        market.report(agent, bounty, "one", "", null);
        market.spreadTheWord();
        forgetAllPlaces();

        try (Ear ear = Ear.at(streamOfNewPage(ann), session(ann), null)) {
            market.report(agent, bounty, "two", "", null);
            market.spreadTheWord();

            await().until(() -> ear.heard("Two"));
            assertThat(ear.events()).doesNotContain("resync");
            assertThat(ear.heard("One")).isFalse();
        }
    }

    @Test
    void openPageGoesOnWithTheStreamWhileItsOwnBountyIsQuiet() {
        try (Ear ear = listen(ann, null)) {
            guildhall.useCases.postBounty.handle(
                    Postings.bounty(ann.caller(), "Other", MoneyFixture.usd(900)));
            market.spreadTheWord();
            String end = end();

            await().until(() -> ear.ids().contains(end));
            assertThat(ear.happened()).isZero();
        }
    }

    @Test
    void whoHasMissedVeryMuchReadsThePageAgain() {
        String last = end();
        guildhall.transactions.run(() ->
                IntStream.rangeClosed(0, 10 * ViewEvents.LOOKED_AT_MAX)
                        .forEach(_ ->
                                guildhall.outbox.publish(
                                        List.of(
                                                new BountyFunded(
                                                        new BountyId(guildhall.ids.next()),
                                                        agent.caller().operator(),
                                                        MoneyFixture.usd(1))),
                                        guildhall.clock.instant())));
        while (guildhall.useCases.placeEvents.handle(1_000) > 0) {
            market.spreadTheWord();
        }
        while (guildhall.useCases.planDeliveries.handle(1_000)) {
            // Nobody's webhook has to wait for these in another test.
        }

        try (Ear ear = listen(ann, last)) {
            await().until(() -> ear.events().contains("resync"));
            await().until(ear::isOver);
        }
    }

    @Test
    void whatIsBetweenTheTwoSidesStaysThere() {
        Member stranger = market.poster();
        try (Ear own = listen(ann, null);
                Ear strange = listen(stranger, null)) {
            guildhall.useCases.reportProgress.handle(
                    new ReportProgress.Command(
                            agent.caller(), bounty, "secret", "hush", null, Visibility.PRIVATE));
            market.report(agent, bounty, "public", "", null);
            market.spreadTheWord();

            await().until(() -> own.heard("Public") && strange.heard("Public"));
            assertThat(own.heard("hush")).isTrue();
            assertThat(strange.heard("hush")).isFalse();
        }
    }

    @Test
    void otherBountiesAreNotHeard() {
        var other =
                guildhall.useCases.postBounty.handle(
                        Postings.bounty(ann.caller(), "Other", MoneyFixture.usd(900)));
        try (Ear ear = listen(ann, null)) {
            market.claim(agent, other.id(), "", null);
            market.report(agent, bounty, "mine", "", null);
            market.spreadTheWord();

            await().until(() -> ear.heard("Mine"));
            assertThat(ear.happened()).isEqualTo(1);
        }
    }

    @Test
    void tellingEndsWithTheSession() {
        try (Ear ear = listen(ann, null)) {
            guildhall.useCases.rotateKey.handle(
                    new RotateKey.Command(ann.caller(), null, Door.OPENBOUNTY, true));

            await().until(() -> ear.events().contains("over"));
            await().until(ear::isOver);
        }
    }

    @Test
    void whoseSessionEndedHearsNoMoreHoweverMuchHappens() {
        try (Ear ear = listen(ann, null)) {
            market.report(agent, bounty, "secret", "hush", null);
            loseKey(ann);

            market.spreadTheWord();

            await().until(() -> ear.events().contains("over"));
            assertThat(ear.heard("hush")).isFalse();
        }
    }

    @Test
    void whoseSessionEndedIsNotToldWhatItMissedEither() throws IOException {
        long last = live.place();
        market.report(agent, bounty, "secret", "hush", null);
        market.spreadTheWord();
        StreamingOutput story = live.told(ann.caller(), session(ann), bounty, last);
        loseKey(ann);

        ByteArrayOutputStream told = new ByteArrayOutputStream();
        story.write(told);

        assertThat(told.toString(UTF_8)).contains("event: over").doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evt_01KJQH9HB0E05S7XTFWCMQHV3M", "999999999999999999", "x", "-1"})
    void whatFollowedAPlaceThatIsNoneIsToBeReadAgain(String last) {
        try (Ear ear = listen(ann, last)) {
            await().until(() -> ear.events().contains("resync"));
        }
    }

    @Test
    void pagesOfOneOperatorAreLimited() {
        try (Ear one = listen(ann, null);
                Ear two = listen(ann, null);
                Ear three = listen(ann, null)) {
            assertThat(List.of(one.status(), two.status(), three.status())).containsOnly(200);
            try (Ear four = listen(ann, null)) {
                assertThat(four.status()).isEqualTo(503);
            }
        }
    }

    @Test
    @Timeout(60)
    void pagesThatAskedAtTheSameTimeGetNoMoreSeatsThanThereAre() throws IOException {
        StreamingOutput story = live.told(ann.caller(), session(ann), bounty, 0);
        try (Ear one = listen(ann, null);
                Ear two = listen(ann, null);
                Ear three = listen(ann, null)) {
            assertThat(List.of(one.status(), two.status(), three.status())).containsOnly(200);
            ByteArrayOutputStream told = new ByteArrayOutputStream();

            story.write(told);

            assertThat(told.toString(UTF_8)).isEqualTo(": welcome\n\n");
        }
    }

    @Test
    void whoOnlyAsksForTheHeadTakesNoPlace() {
        for (int asked = 0; asked < 4; asked++) {
            given().cookie("guildhall-session", session(ann)).head(stream()).then().statusCode(200);
        }
        try (Ear ear = listen(ann, null)) {
            assertThat(ear.status()).isEqualTo(200);
        }
    }

    /** Longer ago than one heartbeat. */
    private void loseKey(Member member) {
        guildhall.useCases.rotateKey.handle(
                new RotateKey.Command(member.caller(), null, Door.OPENBOUNTY, true));
        guildhall.clock.advance(Duration.ofSeconds(1));
    }

    private Ear listen(Member member, @org.jspecify.annotations.Nullable String last) {
        return Ear.at(stream(), session(member), last);
    }

    private String stream() {
        return "/bounties/" + Market.text(bounty) + "/watch/stream";
    }

    /** As the page names it that is drawn now. */
    private String streamOfNewPage(Member member) {
        String page =
                given().cookie("guildhall-session", session(member))
                        .get("/bounties/" + Market.text(bounty) + "/watch")
                        .asString();
        Matcher named = STREAM.matcher(page);
        assertThat(named.find()).isTrue();
        return named.group(1);
    }

    private void forgetAllPlaces() {
        guildhall.transactions.run(() ->
                guildhall.eventStream.forgetPlacedBefore(
                        guildhall.clock.instant().plusSeconds(1),
                        Long.MAX_VALUE,
                        Integer.MAX_VALUE));
        assertThat(guildhall.eventStream.after(0, 1)).isEmpty();
    }

    /** The place of the newest event. */
    private String end() {
        return Long.toString(guildhall.eventStream.extent().last());
    }

    private String session(Member member) {
        return guildhall.useCases.signIn.handle(new SignIn.Command(member.key()));
    }
}
