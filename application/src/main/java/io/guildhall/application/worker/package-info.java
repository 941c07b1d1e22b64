/** The workers that every replica has: stopping them, letting them go on, and how they do. */
@NullMarked
package io.guildhall.application.worker;

import org.jspecify.annotations.NullMarked;
