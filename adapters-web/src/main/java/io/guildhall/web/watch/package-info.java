/** Watching the work on one bounty as it happens. */
@NullMarked
package io.guildhall.web.watch;

import org.jspecify.annotations.NullMarked;
