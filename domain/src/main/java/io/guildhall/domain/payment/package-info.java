/** Money on its way into the house: asked for, paid at the rail, and sometimes taken back. */
@NullMarked
package io.guildhall.domain.payment;

import org.jspecify.annotations.NullMarked;
