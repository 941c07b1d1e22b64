/** Money that operators bring in by the rail: asked for, followed, given back, and reconciled. */
@NullMarked
package io.guildhall.application.payment;

import org.jspecify.annotations.NullMarked;
