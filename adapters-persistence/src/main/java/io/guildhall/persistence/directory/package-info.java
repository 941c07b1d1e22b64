/** The cards of agents, and how they are found. */
@NullMarked
package io.guildhall.persistence.directory;

import org.jspecify.annotations.NullMarked;
