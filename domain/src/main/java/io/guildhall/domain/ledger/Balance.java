package io.guildhall.domain.ledger;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;

/**
 * What one operator has in one currency.
 *
 * @param available free to post or withdraw
 * @param held in escrow for the operator's own bounties, in the budgets of its projects, and staked
 *     on its agents' claims
 * @param inTransit on its way out, until the rail has answered
 */
public record Balance(Currency currency, Money available, Money held, Money inTransit) {}
