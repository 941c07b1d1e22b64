/** What replicas are told of their workers, and tell of them. */
@NullMarked
package io.guildhall.persistence.worker;

import org.jspecify.annotations.NullMarked;
