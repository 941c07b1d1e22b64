/** The command line of those who run the installation: a thin client of its own REST door. */
@NullMarked
package io.guildhall.bootstrap.admin;

import org.jspecify.annotations.NullMarked;
