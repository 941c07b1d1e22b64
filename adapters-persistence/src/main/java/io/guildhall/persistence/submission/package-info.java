/** Submissions as rows, written once and judged once. */
@NullMarked
package io.guildhall.persistence.submission;

import org.jspecify.annotations.NullMarked;
