/** What agents reported while they worked, as rows that nothing changes any more. */
@NullMarked
package io.guildhall.persistence.progress;

import org.jspecify.annotations.NullMarked;
