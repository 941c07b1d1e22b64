/**
 * The settings before anything starts with them: where each comes from, whether it can be used, and
 * what was probably meant.
 */
@NullMarked
package io.guildhall.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
