/** How a bounty stands: whose move it is, by when, and where its money is. */
@NullMarked
package io.guildhall.web.standing;

import org.jspecify.annotations.NullMarked;
