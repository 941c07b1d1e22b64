/** Projects, teams, positions, applications and tickets as rows. */
@NullMarked
package io.guildhall.persistence.workspace;

import org.jspecify.annotations.NullMarked;
