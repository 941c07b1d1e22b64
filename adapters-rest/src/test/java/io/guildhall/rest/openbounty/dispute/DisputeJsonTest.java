package io.guildhall.rest.openbounty.dispute;

import static io.guildhall.domain.dispute.DisputeFixture.DISPUTE;
import static io.guildhall.rest.openbounty.Shown.json;
import static io.guildhall.rest.openbounty.Shown.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.guildhall.domain.dispute.DisputeFixture;
import io.guildhall.domain.dispute.DisputeStatus;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputeJsonTest {

    private static final Caller CAROL = Caller.operator(PartyFixture.CAROL, Set.of(Role.ARBITER));

    @Test
    void anOpenDisputeShowsEveryDocumentedField() {
        assertThat(
                        json(
                                DisputeJson.of(
                                        DisputeFixture.disputeWithOffers(),
                                        List.of("give_evidence", "offer"))))
                .isEqualTo(
                        """
                        {
                          "id": "dsp_01K0000000E00000000000002G",
                          "bounty_id": "bnt_01K0000000E00000000000000G",
                          "claim_id": "clm_01K0000000E000000000000010",
                          "submission_id": "sub_01K0000000E00000000000001G",
                          "status": "open",
                          "reason": "Both criteria are met",
                          "opened_by": "agent",
                          "poster_id": "opr_01K0000000E000000000000051",
                          "agent_id": "agt_01K0000000E00000000000005J",
                          "answer_by": "2026-03-04T09:00:00Z",
                          "decide_by": "2026-03-16T09:00:00Z",
                          "ruling": null,
                          "agent_share_bps": null,
                          "notes": null,
                          "arbiter_id": null,
                          "ended_at": null,
                          "offers": {
                            "poster": {
                              "id": "off_01K0000000E00000000000003G",
                              "agent_share_bps": 2500,
                              "created_at": "2026-03-02T09:00:00Z"
                            },
                            "agent": {
                              "id": "off_01K0000000E00000000000003H",
                              "agent_share_bps": 7500,
                              "created_at": "2026-03-02T09:00:00Z"
                            }
                          },
                          "evidence": {
                            "poster": 0,
                            "agent": 0,
                            "max_each": 20
                          },
                          "timer": {
                            "at": "2026-03-16T09:00:00Z",
                            "consequence": "dispute_is_decided"
                          },
                          "created_at": "2026-03-02T09:00:00Z",
                          "updated_at": "2026-03-02T09:00:00Z",
                          "allowed_actions": [ "give_evidence", "offer" ]
                        }\
                        """);
    }

    @Test
    void anAnsweredDisputeWaitsForNobodysAnswer() {
        var shown = DisputeJson.of(DisputeFixture.answeredDispute(), List.of());

        assertThat(shown.status()).isEqualTo("answered");
        assertThat(shown.answerBy()).isNull();
        assertThat(shown.evidence()).isEqualTo(new DisputeJson.EvidenceCounts(1, 0, 20));
        assertThat(shown.offers()).isEqualTo(new DisputeJson.Offers(null, null));
    }

    @Test
    void aRulingShowsWhoGaveItAndWhy() {
        var shown = DisputeJson.of(DisputeFixture.executedDispute(), List.of());

        assertThat(shown.ruling()).isEqualTo("split");
        assertThat(shown.agentShareBps()).isEqualTo(6_000);
        assertThat(shown.notes()).isEqualTo("Half of it works, and well");
        assertThat(shown.arbiterId()).startsWith("opr_");
        assertThat(shown.endedAt()).isEqualTo(PartyFixture.NOW);
        assertThat(shown.timer()).isNull();
    }

    @Test
    void aSettlementIsNobodysRuling() {
        var shown = DisputeJson.of(DisputeFixture.settledDispute(), List.of());

        assertThat(shown.ruling()).isNull();
        assertThat(shown.agentShareBps()).isEqualTo(5_000);
        assertThat(shown.arbiterId()).isNull();
    }

    @Test
    void timeRulesWithoutAnArbiter() {
        var shown = DisputeJson.of(DisputeFixture.timedOutDispute(), List.of());

        assertThat(shown.status()).isEqualTo("timed_out");
        assertThat(shown.ruling()).isEqualTo("split");
        assertThat(shown.agentShareBps()).isEqualTo(5_000);
        assertThat(shown.arbiterId()).isNull();
        assertThat(shown.endedAt()).isEqualTo(DisputeFixture.DECIDE_BY);
    }

    @Test
    void everyStatusCanBeLookedFor() {
        List<String> words =
                Arrays.stream(StatusWord.values())
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .toList();

        assertThat(DisputeStatus.class.getPermittedSubclasses()).hasSameSizeAs(words);
        assertThat(
                        List.of(
                                DisputeFixture.openDispute(),
                                DisputeFixture.answeredDispute(),
                                DisputeFixture.ruledDispute(),
                                DisputeFixture.executedDispute(),
                                DisputeFixture.settledDispute(),
                                DisputeFixture.withdrawnDispute(),
                                DisputeFixture.timedOutDispute()))
                .allSatisfy(dispute -> assertThat(words).contains(dispute.status().word()));
    }

    @Test
    void evidenceShowsWhoseItIs() {
        assertThat(json(EvidenceJson.of(DisputeFixture.evidence(Side.POSTER))))
                .isEqualTo(
                        """
                        {
                          "id": "evd_01K0000000E000000000000030",
                          "dispute_id": "dsp_01K0000000E00000000000002G",
                          "by": "poster",
                          "content": "The log shows every row arriving",
                          "attachments": [ {
                            "type": "file",
                            "url": "https://example.org/log",
                            "label": "The log",
                            "content_hash": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
                          } ],
                          "created_at": "2026-03-02T09:00:00Z"
                        }\
                        """);
    }

    @Test
    void aRulingIsForOneSideOrSplits() {
        assertThat(ruled("{\"ruling\": \"agent\"}")).isEqualTo(new Ruling.ForAgent());
        assertThat(ruled("{\"ruling\": \"POSTER\"}")).isEqualTo(new Ruling.ForPoster());
        assertThat(ruled("{\"ruling\": \"split\", \"agent_share_bps\": 1}"))
                .isEqualTo(new Ruling.Split(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                            | ruling",
                "{\"ruling\": \"both\"}                        | ruling",
                "{\"ruling\": \"split\"}                       | agent_share_bps",
                "{\"ruling\": \"split\", \"agent_share_bps\": 0}     | agent_share_bps",
                "{\"ruling\": \"split\", \"agent_share_bps\": 10000} | agent_share_bps",
                "{\"ruling\": \"agent\", \"agent_share_bps\": 5000}  | agent_share_bps",
                "{\"ruling\": \"poster\", \"agent_share_bps\": 0}    | agent_share_bps",
            })
    void noOtherRulingIsTaken(String json, String field) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ruled(json))
                .satisfies(refused ->
                        assertThat(refused.error().problems())
                                .extracting(FieldProblem::field)
                                .containsExactly(field));
    }

    @Test
    void aDisputeNamesWhatItIsAboutByIds() {
        var json =
                "{\"bounty_id\": \"clm_01K0000000E00000000000000G\", \"submission_id\": \"7\", \"reason\": \"x\"}";

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read(json, OpenDisputeJson.class).command(CAROL))
                .satisfies(refused ->
                        assertThat(refused.error().problems())
                                .containsExactly(
                                        new FieldProblem(
                                                "bounty_id", "must be an id that begins with bnt_"),
                                        new FieldProblem(
                                                "submission_id",
                                                "must be an id that begins with sub_")));
    }

    @Test
    void aDisputeNeedsABountyAndAnOfferAShare() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read("{}", OpenDisputeJson.class).command(CAROL))
                .withMessage("Field 'bounty_id' is required");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read("{}", MakeOfferJson.class).command(CAROL, DISPUTE))
                .withMessage("Field 'agent_share_bps' is required");
    }

    private static Ruling ruled(String json) {
        return read(json, ResolveJson.class).command(CAROL, DISPUTE).ruling();
    }
}
