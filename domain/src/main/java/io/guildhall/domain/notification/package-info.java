/** How what happened is carried to those who asked to hear of it at an address of their own. */
@NullMarked
package io.guildhall.domain.notification;

import org.jspecify.annotations.NullMarked;
