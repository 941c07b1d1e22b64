/** Many who come at once, and who waits for whom. */
@NullMarked
package io.guildhall.persistence.race;

import org.jspecify.annotations.NullMarked;
