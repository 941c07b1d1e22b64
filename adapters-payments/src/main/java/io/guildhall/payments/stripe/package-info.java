/**
 * Stripe as our rail: checkout, connected accounts, transfers, refunds, and what it tells and
 * books.
 */
@NullMarked
package io.guildhall.payments.stripe;

import org.jspecify.annotations.NullMarked;
