/** Times as callers write them. */
@NullMarked
package io.guildhall.wire.time;

import org.jspecify.annotations.NullMarked;
