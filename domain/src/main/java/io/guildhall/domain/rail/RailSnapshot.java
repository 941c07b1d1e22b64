package io.guildhall.domain.rail;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.payout.Rail;
import java.time.Instant;

/**
 * What a rail held when its books were last laid beside the ledger, and what it should have held.
 *
 * @param held by the rail's own word
 * @param owed by the ledger
 * @param underWay how many payments and payouts were not compared, for something of them was under
 *     way
 */
public record RailSnapshot(
        Rail rail, Instant at, Money held, Money owed, int differences, int underWay) {}
