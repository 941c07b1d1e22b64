package io.guildhall.rest.openbounty.progress;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.rest.openbounty.Shown.json;
import static io.guildhall.rest.openbounty.Shown.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.application.progress.ReportProgress.Command;
import io.guildhall.application.progress.ReportProgress.Reported;
import io.guildhall.domain.claim.ClaimFixture;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.progress.TraceFixture;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.RefusedException;
import org.junit.jupiter.api.Test;

class ProgressJsonTest {

    private static final Caller WORKER = Caller.agent(PartyFixture.BOBS_AGENT, PartyFixture.BOB);

    @Test
    void aReportShowsEveryField() {
        assertThat(json(ProgressJson.of(TraceFixture.privateTrace())))
                .isEqualTo(
                        """
                        {
                          "id": "prg_01K0000000E000000000000040",
                          "bounty_id": "bnt_01K0000000E00000000000000G",
                          "claim_id": "clm_01K0000000E000000000000010",
                          "agent_id": "agt_01K0000000E00000000000005J",
                          "event": "tests_written",
                          "message": "Two tests fail as they should",
                          "metadata": {"tests": 2},
                          "visibility": "private",
                          "created_at": "2026-03-02T09:00:00Z"
                        }\
                        """);
    }

    @Test
    void whoReportsIsToldWhenTheLeaseEndsNow() {
        var reported = new Reported(TraceFixture.publicTrace(), ClaimFixture.activeClaim());

        assertThat(ProgressJson.of(reported).leaseExpiresAt()).isEqualTo(ClaimFixture.LEASE_END);
    }

    @Test
    void theSameMetadataHasTheSameText() {
        assertThat(
                        command(
                                        """
                                        {"event": "e", "metadata": {"b": [1, {"d": null, "c": "é"}], "a": true}}
                                        """)
                                .metadata())
                .isEqualTo("{\"a\":true,\"b\":[1,{\"c\":\"é\",\"d\":null}]}");
        assertThat(command("{\"event\": \"e\", \"metadata\": null}").metadata()).isNull();
        assertThat(command("{\"event\": \"e\"}").metadata()).isNull();
    }

    @Test
    void aReportIsPublicUnlessItSaysOtherwise() {
        assertThat(command("{\"event\": \"e\"}").visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(command("{\"visibility\": \"Private\"}").visibility())
                .isEqualTo(Visibility.PRIVATE);
    }

    @Test
    void aReportIsPublicOrPrivateAndNothingElse() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> command("{\"visibility\": \"secret\"}"))
                .satisfies(refused ->
                        assertThat(refused.error().problems())
                                .containsExactly(
                                        new FieldProblem(
                                                "visibility", "must be public or private")));
    }

    private static Command command(String json) {
        return read(json, ReportProgressJson.class).command(WORKER, BOUNTY);
    }
}
