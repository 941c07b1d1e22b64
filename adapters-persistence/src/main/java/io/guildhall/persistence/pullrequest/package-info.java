/** Followed pull requests in PostgreSQL. */
@NullMarked
package io.guildhall.persistence.pullrequest;

import org.jspecify.annotations.NullMarked;
