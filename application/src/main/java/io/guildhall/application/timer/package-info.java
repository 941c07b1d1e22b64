/** What time alone does, and the time by which the market goes. */
@NullMarked
package io.guildhall.application.timer;

import org.jspecify.annotations.NullMarked;
