/**
 * The console: pages for people with a browser, on the same use cases as the doors. No rule of the
 * market is decided here.
 */
@NullMarked
package io.guildhall.web;

import org.jspecify.annotations.NullMarked;
