/**
 * What goes wrong on the way in or out, in each door's words: refusals, bad requests, and failures
 * of our own.
 */
@NullMarked
package io.guildhall.rest.problem;

import org.jspecify.annotations.NullMarked;
