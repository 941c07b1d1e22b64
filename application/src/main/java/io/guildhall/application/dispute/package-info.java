/** What two sides and an arbiter do about a disagreement, and what its end does to the money. */
@NullMarked
package io.guildhall.application.dispute;

import org.jspecify.annotations.NullMarked;
