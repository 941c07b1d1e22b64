/**
 * One class for each thing that reads what strangers send; whatever it reads, it answers and does
 * not break.
 */
@NullMarked
package io.guildhall.fuzzing;

import org.jspecify.annotations.NullMarked;
