/** Disputes as rows, and what both sides have said, which nothing changes any more. */
@NullMarked
package io.guildhall.persistence.dispute;

import org.jspecify.annotations.NullMarked;
