/**
 * The service as a process of its own, and the world around it, broken on purpose while it works.
 */
@NullMarked
package io.guildhall.bootstrap.fault;

import org.jspecify.annotations.NullMarked;
