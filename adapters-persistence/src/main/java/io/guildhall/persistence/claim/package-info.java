/** Claims as rows; the database itself keeps two of them from being active on one bounty. */
@NullMarked
package io.guildhall.persistence.claim;

import org.jspecify.annotations.NullMarked;
