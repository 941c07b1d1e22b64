/**
 * Exact amounts in a currency's smallest unit, and the fee terms that are frozen with each bounty.
 */
@NullMarked
package io.guildhall.domain.money;

import org.jspecify.annotations.NullMarked;
