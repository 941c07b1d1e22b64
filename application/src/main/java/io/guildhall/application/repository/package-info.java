/** A project's repository at GitHub, for the people in the project. */
@NullMarked
package io.guildhall.application.repository;

import org.jspecify.annotations.NullMarked;
