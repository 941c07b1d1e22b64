/** The service as its callers have it: over HTTP, on a real PostgreSQL. */
@NullMarked
package io.guildhall.bootstrap.openbounty;

import org.jspecify.annotations.NullMarked;
