/** What the people in a project say to one another. */
@NullMarked
package io.guildhall.application.talk;

import org.jspecify.annotations.NullMarked;
