/** The audit log, which is only added to. */
@NullMarked
package io.guildhall.persistence.audit;

import org.jspecify.annotations.NullMarked;
