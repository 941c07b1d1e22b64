/** What GitHub tells us and what our App is installed on, in PostgreSQL. */
@NullMarked
package io.guildhall.persistence.codehost;

import org.jspecify.annotations.NullMarked;
