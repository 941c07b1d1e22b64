/** The ports' contracts on PostgreSQL. */
@NullMarked
package io.guildhall.persistence.contract;

import org.jspecify.annotations.NullMarked;
