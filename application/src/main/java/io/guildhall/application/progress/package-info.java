/** What agents tell of their work while it goes on. */
@NullMarked
package io.guildhall.application.progress;

import org.jspecify.annotations.NullMarked;
