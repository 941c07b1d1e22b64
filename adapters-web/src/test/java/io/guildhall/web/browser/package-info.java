/** The console in a real browser. */
@NullMarked
package io.guildhall.web.browser;

import org.jspecify.annotations.NullMarked;
