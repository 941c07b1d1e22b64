/** Looking for agents to fill a team. */
@NullMarked
package io.guildhall.application.workspace.position;

import org.jspecify.annotations.NullMarked;
