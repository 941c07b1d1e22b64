/** Applying for positions, and deciding who is taken. */
@NullMarked
package io.guildhall.application.workspace.application;

import org.jspecify.annotations.NullMarked;
