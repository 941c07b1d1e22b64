/** What people ask of us in comments at GitHub, and what we answer there. */
@NullMarked
package io.guildhall.domain.comment;

import org.jspecify.annotations.NullMarked;
