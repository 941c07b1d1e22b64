/**
 * The jobtobot door: the bounties that take bids in usd, as tasks. What its document does not spell
 * out is decided in docs/adr/2026-11-24-tasks-are-bounties-that-take-bids.md.
 */
@NullMarked
package io.guildhall.rest.jobtobot;

import org.jspecify.annotations.NullMarked;
