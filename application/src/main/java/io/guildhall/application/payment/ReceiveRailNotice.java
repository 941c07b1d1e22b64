package io.guildhall.application.payment;

import io.guildhall.domain.rail.RailNotice;
import io.guildhall.domain.rail.RailNoticeReader;
import io.guildhall.domain.rail.RailNoticeReader.Told;
import io.guildhall.domain.rail.RailNotices;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what the rail tells by itself: what it has not signed is refused, and the rest is kept
 * before anybody looks into it. The same told again changes nothing.
 */
public final class ReceiveRailNotice {

    private final Transactions transactions;
    private final RailNotices notices;
    private final RailNoticeReader reader;
    private final InstantSource worldClock;

    public ReceiveRailNotice(
            Transactions transactions,
            RailNotices notices,
            RailNoticeReader reader,
            InstantSource worldClock) {
        this.transactions = transactions;
        this.notices = notices;
        this.reader = reader;
        this.worldClock = worldClock;
    }

    /**
     * @return whether it was new
     */
    public boolean handle(String body, @Nullable String signature) {
        Told told = reader.read(body, signature);
        var notice = RailNotice.received(told.id(), told.type(), body, worldClock.instant());
        return transactions.run(() -> notices.keep(notice));
    }
}
