package io.guildhall.domain.escrow;

import io.guildhall.domain.escrow.VaultSender.Price;
import io.guildhall.domain.shared.BackOff;
import java.time.Duration;
import java.util.Optional;

/**
 * How orders are sent.
 *
 * @param priceMax what a unit of gas may cost, in wei; an order that needs more waits
 * @param stuckAfter how long a text may be out before it is sent again, at a higher price if it is
 *     the one that all others wait for
 * @param triesMax how often the contract may refuse an order
 * @param backOff how long an order waits after a refusal
 * @param leaseFor how long a replica has a wallet to itself without a sign of life: longer than a
 *     single question to the chain can take
 * @param confirmations how many blocks lie on one that stays
 * @param batch how many orders are tried in one round
 * @param inFlightMax how many of a wallet's orders are signed and in no block at a time; nodes keep
 *     16 for a wallet for certain
 */
public record SendingLimits(
        long priceMax,
        Duration stuckAfter,
        int triesMax,
        BackOff backOff,
        Duration leaseFor,
        long confirmations,
        int batch,
        int inFlightMax) {

    /** With 60 tries an order is refused for about 4 h 40 min before it fails. */
    public static final SendingLimits STANDARD =
            new SendingLimits(
                    300_000_000_000L,
                    Duration.ofSeconds(90),
                    60,
                    new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(5)),
                    Duration.ofMinutes(2),
                    12,
                    50,
                    16);

    /** Nodes replace a transaction for a tenth more; some want an eighth. */
    private static final int RAISE_PART = 8;

    public SendingLimits {
        if (priceMax <= 0 || triesMax <= 0 || batch <= 0 || inFlightMax <= 0) {
            throw new IllegalArgumentException("Prices, tries and numbers are from 1");
        }
        if (confirmations < 0) {
            throw new IllegalArgumentException("Confirmations are from 0");
        }
    }

    /** The same on a chain where so many blocks make one stay. */
    public SendingLimits confirmedBy(long blocks) {
        return new SendingLimits(
                priceMax, stuckAfter, triesMax, backOff, leaseFor, blocks, batch, inFlightMax);
    }

    /** What the market asks for, within what is allowed. */
    public Price first(Price market) {
        return capped(market.most(), market.tip());
    }

    /**
     * At least an eighth above the price before, and no less than the market's; empty where that is
     * more than is allowed.
     */
    public Optional<Price> raised(Price before, Price market) {
        long least = raised(before.most());
        long tipLeast = raised(before.tip());
        Price price = capped(Math.max(least, market.most()), Math.max(tipLeast, market.tip()));
        return price.most() >= least && price.tip() >= tipLeast
                ? Optional.of(price)
                : Optional.empty();
    }

    private Price capped(long most, long tip) {
        long allowed = Math.min(most, priceMax);
        return new Price(allowed, Math.min(tip, allowed));
    }

    private static long raised(long price) {
        return Math.addExact(price, Math.ceilDiv(price, RAISE_PART));
    }
}
