package io.guildhall.application.shared;

import io.guildhall.application.escrow.EscrowOrders;
import io.guildhall.application.funding.NewFunding;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;

/**
 * The unit of work, the time, new ids and the place for events, what a contract is to be told of
 * what happens to bounties whose money it holds, and whether new money is taken.
 */
public record UseCaseContext(
        Transactions transactions,
        InstantSource clock,
        IdGenerator ids,
        Outbox outbox,
        EscrowOrders orders,
        NewFunding funding) {}
