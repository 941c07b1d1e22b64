/** The console on a market in memory. */
@NullMarked
package io.guildhall.web;

import org.jspecify.annotations.NullMarked;
