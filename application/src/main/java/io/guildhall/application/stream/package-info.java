/** The stream of all events: how they get their places in it, and how it is read. */
@NullMarked
package io.guildhall.application.stream;

import org.jspecify.annotations.NullMarked;
