/** A disagreement about work, what both sides say of it, and how it ends. */
@NullMarked
package io.guildhall.domain.dispute;

import org.jspecify.annotations.NullMarked;
