/**
 * What every request passes before a door hears of it: its id, who sends it, how often it may, and
 * that a write happens once.
 */
@NullMarked
package io.guildhall.rest.gate;

import org.jspecify.annotations.NullMarked;
