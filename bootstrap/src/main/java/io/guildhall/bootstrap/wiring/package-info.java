/**
 * Puts use cases on ports, one class for each feature; the only place where the core meets its
 * adapters.
 */
@NullMarked
package io.guildhall.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
