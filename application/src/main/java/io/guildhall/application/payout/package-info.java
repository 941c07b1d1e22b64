/** Carrying owed money to its payee, crash by crash the same. */
@NullMarked
package io.guildhall.application.payout;

import org.jspecify.annotations.NullMarked;
