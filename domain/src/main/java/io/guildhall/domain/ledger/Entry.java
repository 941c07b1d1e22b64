package io.guildhall.domain.ledger;

import io.guildhall.domain.money.Money;

/**
 * One transfer as seen from one of its accounts.
 *
 * @param amount what the account gained; negative where it paid
 */
public record Entry(Transfer transfer, Account account, Account counterparty, Money amount) {}
