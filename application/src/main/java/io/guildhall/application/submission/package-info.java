/** Handing work in, and judging it. */
@NullMarked
package io.guildhall.application.submission;

import org.jspecify.annotations.NullMarked;
