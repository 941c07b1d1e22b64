/** Events as rows, committed together with what they tell of. */
@NullMarked
package io.guildhall.persistence.outbox;

import org.jspecify.annotations.NullMarked;
