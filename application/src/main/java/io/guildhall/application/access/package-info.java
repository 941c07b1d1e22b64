/**
 * Who may call, how often, and once only: keys, rate limits, idempotency, and the technical ports
 * that adapters implement for them.
 */
@NullMarked
package io.guildhall.application.access;

import org.jspecify.annotations.NullMarked;
