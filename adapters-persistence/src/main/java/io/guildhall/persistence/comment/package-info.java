/** Commands in comments, in PostgreSQL. */
@NullMarked
package io.guildhall.persistence.comment;

import org.jspecify.annotations.NullMarked;
