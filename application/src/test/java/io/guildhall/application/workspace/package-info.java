/** Projects from founding to closing, on ports in memory. */
@NullMarked
package io.guildhall.application.workspace;

import org.jspecify.annotations.NullMarked;
