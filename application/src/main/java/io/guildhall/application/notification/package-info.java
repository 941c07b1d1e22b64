/** Who hears of what happens. */
@NullMarked
package io.guildhall.application.notification;

import org.jspecify.annotations.NullMarked;
