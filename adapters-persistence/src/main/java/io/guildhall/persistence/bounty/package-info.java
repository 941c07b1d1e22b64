/** Bounties as rows, read and written in plain SQL: every claim passes through here. */
@NullMarked
package io.guildhall.persistence.bounty;

import org.jspecify.annotations.NullMarked;
