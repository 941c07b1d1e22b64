/** What projects know. */
@NullMarked
package io.guildhall.persistence.knowledge;

import org.jspecify.annotations.NullMarked;
