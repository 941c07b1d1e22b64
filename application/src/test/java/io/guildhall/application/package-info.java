/** Whole lives of bounties, told with all use cases at once. */
@NullMarked
package io.guildhall.application;

import org.jspecify.annotations.NullMarked;
