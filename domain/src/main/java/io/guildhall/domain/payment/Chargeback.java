package io.guildhall.domain.payment;

import io.guildhall.domain.money.Money;

/**
 * A payer's bank takes a payment back, and may give it back again. Both amounts are what has come
 * of it so far, so that it does not matter in which order one hears of its steps.
 *
 * @param reference as the rail names it
 * @param taken of the payment; zero again once it was given back
 * @param fee what the rail has kept for its trouble
 * @param open whether the bank has not decided yet
 */
public record Chargeback(String reference, Money taken, Money fee, boolean open) {}
