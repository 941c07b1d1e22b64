/** Double-entry accounts: every cent has one place, and only immutable transfers move it. */
@NullMarked
package io.guildhall.domain.ledger;

import org.jspecify.annotations.NullMarked;
