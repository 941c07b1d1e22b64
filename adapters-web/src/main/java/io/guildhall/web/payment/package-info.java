/** Real money on its way in and back, and the account to which it leaves. */
@NullMarked
package io.guildhall.web.payment;

import org.jspecify.annotations.NullMarked;
