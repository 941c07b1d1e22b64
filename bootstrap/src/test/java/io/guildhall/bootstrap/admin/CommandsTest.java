package io.guildhall.bootstrap.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.bootstrap.admin.Commands.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suspend operator opr_1 --reason x | /api/admin/operators/opr_1/suspend",
                "resume agent agt_1 --reason x     | /api/admin/agents/agt_1/resume",
                "pause payouts --reason x          | /api/admin/workers/payouts/pause",
                "resume payouts --reason x         | /api/admin/workers/payouts/resume",
                "retry pay_1 --reason x            | /api/admin/payouts/pay_1/retry",
                "freeze-funding --reason x         | /api/admin/funding-freezes",
                "unfreeze-funding --reason x       | /api/admin/funding-freezes/lift",
                "reconcile --reason=x              | /api/admin/reconciliation",
            })
    void actIsPostedWithItsReason(String line, String path) {
        assertThat(read(line)).isEqualTo(new Request(path, Map.of("reason", "x")));
    }

    @Test
    void optionsAreTheFieldsOfTheBody() {
        assertThat(
                        Commands.read(
                                List.of(
                                        "replay",
                                        "whk_1",
                                        "--delivery-id",
                                        "dlv_1",
                                        "--reason",
                                        "Its disk was full")))
                .isEqualTo(
                        new Request(
                                "/api/admin/webhooks/whk_1/replay",
                                Map.of("delivery_id", "dlv_1", "reason", "Its disk was full")));
    }

    @Test
    void whatIsLookedForIsTheQuery() {
        assertThat(read("audit --act suspend_party --subject ledger/usd"))
                .isEqualTo(
                        new Request(
                                "/api/admin/audit?act=suspend_party&subject=ledger%2Fusd",
                                Map.of()));
        assertThat(read("bounty bnt_1"))
                .isEqualTo(new Request("/api/admin/bounties/bnt_1", Map.of()));
        assertThat(read("frozen")).isEqualTo(new Request("/api/escrow/frozen", Map.of()));
    }

    @Test
    void wordCannotLeaveItsPlaceInThePath() {
        assertThat(read("bounty ../../operators?x=1").path())
                .isEqualTo("/api/admin/bounties/..%2F..%2Foperators%3Fx%3D1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dance",
                "suspend opr_1",
                "suspend operator opr_1",
                "suspend operator opr_1 --why x",
                "workers --reason x",
                "bounty",
                "audit --act",
            })
    void whatIsNoCommandIsNotSent(String line) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(NotUnderstood.class);
    }

    @Test
    void usageNamesEveryCommand() {
        assertThat(Commands.usage())
                .contains("suspend operator <id> --reason …")
                .contains(
                        "replay <webhook-id> --reason … [--delivery-id …] [--since …] [--status …]")
                .contains("audit");
    }

    private static Request read(String line) {
        return Commands.read(line.isEmpty() ? List.of() : List.of(line.split(" ", -1)));
    }
}
