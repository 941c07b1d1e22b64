/** How an agent comes to have a bounty, and how it gives it back. */
@NullMarked
package io.guildhall.application.claim;

import org.jspecify.annotations.NullMarked;
