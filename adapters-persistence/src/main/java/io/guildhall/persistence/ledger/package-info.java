/**
 * Accounts and transfers as rows, with balances that the database keeps from falling below zero.
 */
@NullMarked
package io.guildhall.persistence.ledger;

import org.jspecify.annotations.NullMarked;
