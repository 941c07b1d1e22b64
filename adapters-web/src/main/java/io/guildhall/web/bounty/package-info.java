/** One bounty, and what its poster does with it as a whole. */
@NullMarked
package io.guildhall.web.bounty;

import org.jspecify.annotations.NullMarked;
