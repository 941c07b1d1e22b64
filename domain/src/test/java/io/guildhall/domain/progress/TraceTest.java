package io.guildhall.domain.progress;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.claim.ClaimFixture.activeClaim;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static io.guildhall.domain.party.PartyFixture.CAROL;
import static io.guildhall.domain.progress.TraceFixture.TRACE;
import static io.guildhall.domain.progress.TraceFixture.privateTrace;
import static io.guildhall.domain.progress.TraceFixture.publicTrace;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.party.Caller;
import io.guildhall.domain.progress.ProgressEvent.ProgressReported;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Decision.Accepted;
import io.guildhall.domain.shared.Decision.Refused;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Subject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void reportIsKeptAndToldAsItIs() {
        Trace trace = publicTrace();

        var reported =
                report(trace.event(), trace.message(), trace.metadata(), trace.visibility(), 0)
                        .orThrow();

        assertThat(reported.state()).isEqualTo(trace);
        assertThat(reported.events())
                .containsExactly(
                        new ProgressReported(
                                TRACE,
                                trace.bounty(),
                                trace.claim(),
                                trace.parties(),
                                trace.event(),
                                trace.message(),
                                Visibility.PUBLIC));
        assertThat(reported.events().getFirst().story())
                .isEqualTo(new Subject(Subject.Kind.BOUNTY, trace.bounty().value()));
    }

    @Test
    void reportIsBounded() {
        assertThat(fields("e".repeat(60), "m".repeat(2_000), "{}")).isEmpty();
        assertThat(fields("e", "", null)).isEmpty();
        assertThat(fields("e".repeat(61), "", null)).containsExactly("event");
        assertThat(fields(" ", "", null)).containsExactly("event");
        assertThat(fields("e", "m".repeat(2_001), null)).containsExactly("message");
    }

    @Test
    void metadataIsCountedInBytes() {
        assertThat(fields("e", "", "x".repeat(8_192))).isEmpty();
        assertThat(fields("e", "", "x".repeat(8_193))).containsExactly("metadata");
        assertThat(fields("e", "", "\u00e9".repeat(4_096))).isEmpty();
        assertThat(fields("e", "", "\u00e9".repeat(4_097))).containsExactly("metadata");
        assertThat(fields("e", "", "{\"a\": \"\0\"}")).containsExactly("metadata");
    }

    @Test
    void claimTakesAThousandReports() {
        assertThat(report("e", "", null, Visibility.PUBLIC, 999).isAccepted()).isTrue();
        assertThat(report("e", "", null, Visibility.PUBLIC, 1_000))
                .isEqualTo(new Refused<>(new TooManyTraces(1_000)));
        // The work may lie with its poster by then.
        assertThat(new TooManyTraces(1_000).message())
                .isEqualTo(
                        "A claim takes at most 1000 progress reports, and has them; go on without: its"
                                + " lease is not renewed any more");
    }

    @Test
    void privateReportIsForTheTwoSidesOnly() {
        Caller carol = Caller.operator(CAROL, Set.of());

        assertThat(publicTrace().isVisibleTo(carol)).isTrue();
        assertThat(privateTrace().isVisibleTo(carol)).isFalse();
        assertThat(privateTrace().isVisibleTo(Caller.operator(ANN, Set.of()))).isTrue();
        assertThat(privateTrace().isVisibleTo(Caller.operator(BOB, Set.of()))).isTrue();
        assertThat(privateTrace().isVisibleTo(Caller.agent(BOBS_AGENT, BOB))).isTrue();
    }

    private static List<String> fields(String event, String message, @Nullable String metadata) {
        return switch (report(event, message, metadata, Visibility.PUBLIC, 0)) {
            case Accepted<Trace> _ -> List.of();
            case Refused<Trace>(var error) ->
                    error.problems().stream().map(FieldProblem::field).toList();
        };
    }

    private static Decision<Trace> report(
            String event,
            String message,
            @Nullable String metadata,
            Visibility visibility,
            int reportedSoFar) {
        return Trace.report(
                TRACE, activeClaim(), event, message, metadata, visibility, reportedSoFar, NOW);
    }
}
