/** The files by which Guildhall is run elsewhere, held against the service itself. */
@NullMarked
package io.guildhall.bootstrap.deploy;

import org.jspecify.annotations.NullMarked;
