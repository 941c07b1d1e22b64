/** Disputes: what both sides say, what they offer, and what an arbiter rules. */
@NullMarked
package io.guildhall.web.dispute;

import org.jspecify.annotations.NullMarked;
