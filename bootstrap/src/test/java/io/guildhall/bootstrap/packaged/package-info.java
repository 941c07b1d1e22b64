/**
 * The service as this build packaged it, in a process of its own: the jar, or the native
 * executable.
 */
@NullMarked
package io.guildhall.bootstrap.packaged;

import org.jspecify.annotations.NullMarked;
