/** What a project knows, with every version of it. */
@NullMarked
package io.guildhall.domain.workspace.knowledge;

import org.jspecify.annotations.NullMarked;
