/** What a native executable has to be told of, and whether it is. */
@NullMarked
package io.guildhall.bootstrap.nativeimage;

import org.jspecify.annotations.NullMarked;
