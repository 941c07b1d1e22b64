/** One class for each item of the OWASP API Security Top 10 (2023), against a whole service. */
@NullMarked
package io.guildhall.bootstrap.security;

import org.jspecify.annotations.NullMarked;
