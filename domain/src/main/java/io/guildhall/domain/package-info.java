/**
 * The market without a machine: JDK and JSpecify only. Begin with {@link
 * io.guildhall.domain.bounty.Bounty}; then claim, submission, dispute, payout.
 *
 * <p>An aggregate is an immutable record. A command is a method that is given the time and answers
 * with a {@link io.guildhall.domain.shared.Decision}: the new state with its events, or a refusal
 * that names the state it found. Nothing happens by itself: what time does is in {@code timer()}.
 *
 * <p>Whoever runs it keeps state and events in one {@link io.guildhall.domain.shared.Transactions
 * unit of work}, locks a bounty before what belongs to it and agents' cards before accounts, saves
 * by compare-and-set on {@code version} (a new one has 0, and {@code save} answers with the next),
 * and keeps instants to the microsecond, cut and never rounded up.
 */
@NullMarked
package io.guildhall.domain;

import org.jspecify.annotations.NullMarked;
