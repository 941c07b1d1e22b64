package io.guildhall.application.audit;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.escrow.UnfreezeBounty;
import io.guildhall.application.funding.FreezeFunding;
import io.guildhall.application.funding.UnfreezeFunding;
import io.guildhall.application.inmemory.ScriptedPaymentProvider.Behaviour;
import io.guildhall.application.notification.RegisterWebhook;
import io.guildhall.application.notification.ReplayForReceiver;
import io.guildhall.application.party.GrantRoles;
import io.guildhall.application.party.ResumeParty;
import io.guildhall.application.party.SuspendParty;
import io.guildhall.application.payment.ReconcileRail;
import io.guildhall.application.payment.ReplayRailNotice;
import io.guildhall.application.payout.RetryPayout;
import io.guildhall.application.reconciliation.ReconcileRails;
import io.guildhall.application.timer.AdvanceClock;
import io.guildhall.application.worker.PauseWorker;
import io.guildhall.application.worker.ResumeWorker;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditEntry;
import io.guildhall.domain.audit.AuditFilter;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.funding.FundingScope;
import io.guildhall.domain.notification.EventFilter;
import io.guildhall.domain.notification.NotificationFixture;
import io.guildhall.domain.notification.Target;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.rail.RailNotice;
import io.guildhall.domain.shared.PageRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each act of an admin against everybody who is none, without a reason, and in the log. */
class AdminActsTest {

    private static final String NOTICE = "evt_1";

    private final Market market = new Market();
    private final Caller first = market.operator("Admin");
    private final Caller admin = Caller.operator(first.operator(), Set.of(Role.ADMIN));
    private final Caller bob = market.operatorWith("Bob", usd(50_000));
    private final Caller bot = market.agentOf(bob);
    private final Map<AdminAct, Consumer<Mandate>> acts = new EnumMap<>(AdminAct.class);

    @BeforeEach
    void everythingThatCanBeDone() {
        var use = market.use;
        Payout failed = failedPayout();
        WebhookEndpoint endpoint =
                use.registerWebhook.handle(
                        new RegisterWebhook.Command(
                                bob,
                                null,
                                new Target(
                                        NotificationFixture.URL, new EventFilter(List.of()), "")));
        acts.put(
                AdminAct.ADVANCE_CLOCK,
                by -> use.advanceClock.handle(new AdvanceClock.Command(by, Duration.ofDays(1))));
        acts.put(
                AdminAct.GRANT_ROLES,
                by ->
                        use.grantRoles.handle(
                                new GrantRoles.Command(by, bob.operator(), Set.of(Role.ARBITER))));
        acts.put(
                AdminAct.SUSPEND_PARTY,
                by ->
                        use.admin.suspendParty.handle(
                                new SuspendParty.Command(by, Suspension.of(bob.operator()))));
        acts.put(
                AdminAct.RESUME_PARTY,
                by ->
                        use.admin.resumeParty.handle(
                                new ResumeParty.Command(by, Suspension.of(bob.operator()))));
        acts.put(
                AdminAct.FREEZE_FUNDING,
                by ->
                        use.admin.freezeFunding.handle(
                                new FreezeFunding.Command(by, FundingScope.ALL, null)));
        acts.put(
                AdminAct.UNFREEZE_FUNDING,
                by ->
                        use.admin.unfreezeFunding.handle(
                                new UnfreezeFunding.Command(by, FundingScope.ALL)));
        acts.put(
                AdminAct.PAUSE_WORKER,
                by -> use.admin.pauseWorker.handle(new PauseWorker.Command(by, "payouts")));
        acts.put(
                AdminAct.RESUME_WORKER,
                by -> use.admin.resumeWorker.handle(new ResumeWorker.Command(by, "payouts")));
        acts.put(
                AdminAct.RETRY_PAYOUT,
                by -> use.admin.retryPayout.handle(new RetryPayout.Command(by, failed.id())));
        acts.put(
                AdminAct.REPLAY_WEBHOOKS,
                by ->
                        use.admin.replayForReceiver.handle(
                                new ReplayForReceiver.Command(
                                        by,
                                        endpoint.id(),
                                        market.guildhall.clock.instant(),
                                        null,
                                        true)));
        acts.put(
                AdminAct.RECONCILE,
                by -> use.admin.reconcileRails.handle(new ReconcileRails.Command(by)));
        acts.put(
                AdminAct.RECONCILE_RAIL,
                by -> use.reconcileRail.handle(new ReconcileRail.Command(by)));
        var notice = RailNotice.received(NOTICE, "told", "body", market.guildhall.clock.instant());
        market.guildhall.transactions.run(() -> market.guildhall.railNotices.keep(notice));
        acts.put(
                AdminAct.REPLAY_RAIL_NOTICE,
                by -> use.replayRailNotice.handle(new ReplayRailNotice.Command(by, NOTICE)));
        acts.put(
                AdminAct.UNFREEZE_BOUNTY,
                by ->
                        use.unfreezeBounty.handle(
                                new UnfreezeBounty.Command(
                                        by.caller(),
                                        new BountyId(market.guildhall.ids.next()),
                                        by.reason(),
                                        by.requestId())));
    }

    @Test
    void everyActIsLookedAtHere() {
        EnumSet<AdminAct> elsewhere =
                EnumSet.of(AdminAct.CREATE_OPERATOR, AdminAct.ROTATE_SIGNING_KEY);
        assertThat(acts.keySet()).isEqualTo(EnumSet.complementOf(elsewhere));
    }

    @Test
    void nobodyElseDoesAnyOfThem() {
        List<Caller> others =
                List.of(
                        bob,
                        bot,
                        Caller.operator(bob.operator(), Set.of(Role.ARBITER)),
                        Caller.suspendedAgent(bot.asAgent(), bob.operator()),
                        Caller.both(bot.asAgent(), bob.operator(), true, Set.of()));
        acts.forEach((act, deed) ->
                others.forEach(other ->
                        assertThat(Market.refusal(() -> deed.accept(Mandates.of(other))))
                                .as("%s by %s", act, other)
                                .isEqualTo("admin_needed")));
        assertThat(log()).isEmpty();
    }

    @Test
    void noneIsDoneWithoutAReason() {
        acts.forEach((act, deed) -> {
            for (String reason : List.of("", "   ", "x".repeat(Mandate.REASON_MAX + 1))) {
                var mandate = new Mandate(admin, reason, Mandates.REQUEST);
                assertThat(Market.refusal(() -> deed.accept(mandate)))
                        .as("%s because '%s'", act, reason)
                        .isEqualTo("invalid_field");
            }
        });
        assertThat(log()).isEmpty();
    }

    @Test
    void eachIsInTheLogWithWhoAndWhyAndByWhichRequest() {
        // In an order in which each finds what it needs; a bounty of the ledger's is not frozen.
        for (AdminAct act : AdminAct.values()) {
            if (act == AdminAct.UNFREEZE_BOUNTY || !acts.containsKey(act)) {
                continue;
            }
            needed(act);
            int before = log().size();

            deed(act).accept(Mandates.of(admin));

            List<AuditEntry> after = log();
            assertThat(after).as("%s", act).hasSize(before + 1);
            AuditEntry entry = after.getFirst();
            assertThat(entry.act()).isEqualTo(act);
            assertThat(entry.admin()).isEqualTo(admin.operator());
            assertThat(entry.reason()).isEqualTo(Mandates.REASON);
            assertThat(entry.requestId()).isEqualTo(Mandates.REQUEST);
            assertThat(entry.at()).isEqualTo(market.guildhall.clock.instant());
        }
    }

    @Test
    void whatIsUndoneLeavesNoEntry() {
        assertThat(Market.refusal(() -> deed(AdminAct.RESUME_PARTY).accept(Mandates.of(admin))))
                .isEqualTo("party_not_suspended");
        assertThat(Market.refusal(() -> deed(AdminAct.RESUME_WORKER).accept(Mandates.of(admin))))
                .isEqualTo("worker_not_paused");
        assertThat(Market.refusal(() -> deed(AdminAct.UNFREEZE_FUNDING).accept(Mandates.of(admin))))
                .isEqualTo("funding_not_frozen");
        assertThat(Market.refusal(() -> deed(AdminAct.UNFREEZE_BOUNTY).accept(Mandates.of(admin))))
                .isEqualTo("bounty_not_found");
        assertThat(log()).isEmpty();
    }

    @Test
    void onlyAdminsReadTheLog() {
        deed(AdminAct.RECONCILE).accept(Mandates.of(admin));

        assertThat(
                        market.use
                                .admin
                                .viewAudit
                                .search(admin, AuditFilter.ALL, PageRequest.first(10))
                                .items())
                .hasSize(1);
        assertThat(
                        Market.refusal(() ->
                                market.use.admin.viewAudit.search(
                                        bob, AuditFilter.ALL, PageRequest.first(10))))
                .isEqualTo("admin_needed");
    }

    /** What must have been done for this to be done. */
    private void needed(AdminAct act) {
        switch (act) {
            case RESUME_PARTY -> deed(AdminAct.SUSPEND_PARTY).accept(Mandates.of(admin));
            case ADVANCE_CLOCK,
                    CREATE_OPERATOR,
                    FREEZE_FUNDING,
                    GRANT_ROLES,
                    PAUSE_WORKER,
                    RECONCILE,
                    RECONCILE_RAIL,
                    REPLAY_RAIL_NOTICE,
                    REPLAY_WEBHOOKS,
                    RESUME_WORKER,
                    RETRY_PAYOUT,
                    ROTATE_SIGNING_KEY,
                    SUSPEND_PARTY,
                    UNFREEZE_BOUNTY,
                    UNFREEZE_FUNDING -> {}
        }
    }

    private Consumer<Mandate> deed(AdminAct act) {
        return Objects.requireNonNull(acts.get(act));
    }

    private Payout failedPayout() {
        Payout payout = market.withdraw(bob, usd(1_000));
        market.guildhall.provider.next(Behaviour.FAILS);
        market.use.sendPayouts.handle(10);
        return payout;
    }

    private List<AuditEntry> log() {
        return market.guildhall
                .auditLog
                .search(AuditFilter.ALL, PageRequest.first(PageRequest.LIMIT_MAX))
                .items();
    }
}
