/** Opening, funding, leaving and closing projects. */
@NullMarked
package io.guildhall.application.workspace.project;

import org.jspecify.annotations.NullMarked;
