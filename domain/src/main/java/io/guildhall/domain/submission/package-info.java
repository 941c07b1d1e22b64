/** Work handed in under a claim, and the poster's review of it. */
@NullMarked
package io.guildhall.domain.submission;

import org.jspecify.annotations.NullMarked;
