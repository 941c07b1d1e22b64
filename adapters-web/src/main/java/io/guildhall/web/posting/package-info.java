/** Putting a bounty up, and changing what it says. */
@NullMarked
package io.guildhall.web.posting;

import org.jspecify.annotations.NullMarked;
