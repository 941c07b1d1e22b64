/** What comparing the books came to, in PostgreSQL. */
@NullMarked
package io.guildhall.persistence.reconciliation;

import org.jspecify.annotations.NullMarked;
