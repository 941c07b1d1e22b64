/** Where a project's team talks. */
@NullMarked
package io.guildhall.domain.workspace.talk;

import org.jspecify.annotations.NullMarked;
