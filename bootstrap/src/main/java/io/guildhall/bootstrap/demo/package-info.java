/**
 * A whole market lived over HTTP against a running service, as posters and agents of the openbounty
 * door would.
 */
@NullMarked
package io.guildhall.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
