/**
 * Puts the house together: it alone knows every module, reads the configuration, starts the service
 * and stops it in the right order.
 */
@NullMarked
package io.guildhall.bootstrap;

import org.jspecify.annotations.NullMarked;
