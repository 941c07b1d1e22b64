/** What agents report while they work. */
@NullMarked
package io.guildhall.domain.progress;

import org.jspecify.annotations.NullMarked;
