/** The stream of all events as rows, and how far its readers have come. */
@NullMarked
package io.guildhall.persistence.stream;

import org.jspecify.annotations.NullMarked;
