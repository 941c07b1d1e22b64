/** The way to GitHub and back, and where GitHub tells us what happens there. */
@NullMarked
package io.guildhall.rest.mergebounty.github;

import org.jspecify.annotations.NullMarked;
