package io.guildhall.wire.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.claim.ClaimEvent;
import io.guildhall.domain.dispute.DisputeEvent;
import io.guildhall.domain.notification.WebhookEvent;
import io.guildhall.domain.party.PartyEvent;
import io.guildhall.domain.payout.PayoutEvent;
import io.guildhall.domain.progress.ProgressEvent;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.SubmissionEvent;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionAccepted;
import io.guildhall.domain.workspace.ProjectEvent;
import io.guildhall.domain.workspace.application.ApplicationEvent;
import io.guildhall.domain.workspace.membership.MembershipEvent;
import io.guildhall.domain.workspace.position.PositionEvent;
import io.guildhall.domain.workspace.ticket.TicketEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {

    private static final Path APPROVED = Path.of("src", "test", "resources", "approved");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<DomainEvent> everyEvent() {
        return EventFixture.EVERY_EVENT.stream();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventComesBackAsItWas(DomainEvent event) {
        EventJson.Encoded encoded = EventJson.encode(event);

        assertThat(EventJson.decode(encoded.kind(), encoded.json())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventIsToldInTheApprovedWords(DomainEvent event) throws IOException {
        String told = pretty(EventJson.encode(event));

        Path approved = APPROVED.resolve(EventFixture.name(event) + ".json");
        if (Boolean.getBoolean("approve")) {
            Files.writeString(approved, told);
        }
        assertThat(told).isEqualTo(Files.readString(approved));
    }

    @Test
    void noEventIsWithoutItsJson() {
        List<Class<?>> known =
                EventFixture.EVERY_EVENT.stream().<Class<?>>map(Object::getClass).toList();

        assertThat(known)
                .containsAll(
                        Stream.of(
                                        BountyEvent.class,
                                        ClaimEvent.class,
                                        SubmissionEvent.class,
                                        DisputeEvent.class,
                                        ProgressEvent.class,
                                        PayoutEvent.class,
                                        PartyEvent.class,
                                        WebhookEvent.class,
                                        ProjectEvent.class,
                                        MembershipEvent.class,
                                        PositionEvent.class,
                                        ApplicationEvent.class,
                                        TicketEvent.class)
                                .flatMap(EventJsonTest::records)
                                .toList());
    }

    @Test
    void nothingIsApprovedThatIsNoLongerTold() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            everyEvent()
                                    .map(event -> EventFixture.name(event) + ".json")
                                    .collect(Collectors.toSet()));
        }
    }

    @Test
    void anAcceptanceStoredBeforeItSaidByWhomWasThePosters() {
        String stored =
                """
                {"submission_id": "sub_01K30DW000E008000000000003",
                 "bounty_id": "bnt_01K30DW000E008000000000001",
                 "claim_id": "clm_01K30DW000E008000000000002",
                 "poster_id": "opr_01K30DW000E008000000000006",
                 "agent_id": "agt_01K30DW000E008000000000005",
                 "operator_id": "opr_01K30DW000E008000000000007",
                 "net": {"units": 500, "currency": "usd"}}
                """;

        assertThat(EventJson.decode("submission.accepted", stored))
                .isInstanceOfSatisfying(
                        SubmissionAccepted.class,
                        accepted -> assertThat(accepted.by()).isEqualTo(Acceptance.POSTER));
    }

    @Test
    void whatIsNoEventIsNotDecoded() {
        assertThatThrownBy(() -> EventJson.decode("bounty.eaten", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventJson.decode("weather", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventJson.decode("bounty.expired", "not json"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<Class<?>> records(Class<?> event) {
        return event.isSealed()
                ? Arrays.stream(event.getPermittedSubclasses()).flatMap(EventJsonTest::records)
                : Stream.of(event);
    }

    private static String pretty(EventJson.Encoded encoded) throws IOException {
        var file = MAPPER.createObjectNode().put("kind", encoded.kind());
        file.set("payload", MAPPER.readTree(encoded.json()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
    }
}
