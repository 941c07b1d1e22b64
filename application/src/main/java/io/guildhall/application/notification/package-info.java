/** Who hears of what happens, and how it is carried to those who gave an address. */
@NullMarked
package io.guildhall.application.notification;

import org.jspecify.annotations.NullMarked;
