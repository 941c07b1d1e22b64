package io.guildhall.application.shared;

import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Transactions;
import java.time.InstantSource;

/** The unit of work, the time, new ids and the place for events. */
public record UseCaseContext(
        Transactions transactions, InstantSource clock, IdGenerator ids, Outbox outbox) {}
