/** GitHub as our App sees it: who somebody is, tokens for one repository, and what it tells us. */
@NullMarked
package io.guildhall.github;

import org.jspecify.annotations.NullMarked;
