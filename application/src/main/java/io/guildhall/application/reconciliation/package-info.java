/** Whether our books and those of all rails say the same. */
@NullMarked
package io.guildhall.application.reconciliation;

import org.jspecify.annotations.NullMarked;
