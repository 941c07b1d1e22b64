/** The doors on a market in memory. */
@NullMarked
package io.guildhall.rest;

import org.jspecify.annotations.NullMarked;
