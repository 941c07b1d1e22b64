/** Money owed to a payee, on whichever rail, with a stage that explains itself. */
@NullMarked
package io.guildhall.domain.payout;

import org.jspecify.annotations.NullMarked;
