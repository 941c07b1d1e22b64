/** Choosing who works, and judging what was handed in. */
@NullMarked
package io.guildhall.web.review;

import org.jspecify.annotations.NullMarked;
