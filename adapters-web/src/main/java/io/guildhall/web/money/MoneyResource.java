package io.guildhall.web.money;

import io.guildhall.application.ledger.ViewLedger;
import io.guildhall.application.payout.ViewPayouts;
import io.guildhall.application.timer.MarketClock;
import io.guildhall.domain.ledger.Entry;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.shared.Page;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.web.list.Paging;
import io.guildhall.web.page.Frame;
import io.guildhall.web.page.Section;
import io.guildhall.web.payment.RealMoney;
import io.guildhall.web.visit.Answers;
import io.guildhall.web.visit.Frames;
import io.guildhall.web.visit.Visit;
import io.guildhall.web.visit.WebPage;
import io.guildhall.wire.id.OpenBountyIds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an operator's money is, and how it came there. */
@Path("/money")
@WebPage
@RunOnVirtualThread
public class MoneyResource {

    private static final int ENTRIES = 25;
    private static final int LATEST = 5;

    private final Visit visit;
    private final Frames frames;
    private final ViewLedger ledger;
    private final ViewPayouts payouts;
    private final RealMoney realMoney;
    private final MarketClock clock;

    public MoneyResource(
            Visit visit,
            Frames frames,
            ViewLedger ledger,
            ViewPayouts payouts,
            RealMoney realMoney,
            MarketClock clock) {
        this.visit = visit;
        this.frames = frames;
        this.ledger = ledger;
        this.payouts = payouts;
        this.realMoney = realMoney;
        this.clock = clock;
    }

    /**
     * @param real whether money comes and goes at a processor
     */
    @CheckedTemplate(basePath = "money", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Money(
            Frame frame,
            List<BalanceTile> balances,
            List<PayoutRow> payouts,
            boolean morePayouts,
            List<StatementRow> entries,
            boolean real,
            boolean first,
            @Nullable String next)
            implements TemplateInstance {}

    @GET
    public Response money(@QueryParam(Paging.AFTER) @Nullable String after) {
        Caller caller = visit.caller();
        Instant now = clock.instant();
        Page<Entry> entries =
                ledger.entries(caller, Paging.from(after, OpenBountyIds.TRANSFER, ENTRIES));
        Page<Payout> latest = payouts.list(caller, PageRequest.first(LATEST));
        return Answers.ok(
                new Money(
                        frames.of("Money", Section.MONEY),
                        BalanceTile.of(ledger.balances(caller)),
                        rows(latest, now),
                        latest.hasMore(),
                        entries.items().stream()
                                .map(entry -> StatementRow.of(entry, caller.operator(), now))
                                .toList(),
                        realMoney.isHere(),
                        after == null,
                        Paging.next(
                                entries,
                                "/money",
                                OpenBountyIds.TRANSFER,
                                entry -> entry.transfer().id().value())));
    }

    private static List<PayoutRow> rows(Page<Payout> found, Instant now) {
        return found.items().stream().map(payout -> PayoutRow.of(payout, now)).toList();
    }
}
