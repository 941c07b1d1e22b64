/** What a project knows: written, revised, found again. */
@NullMarked
package io.guildhall.application.knowledge;

import org.jspecify.annotations.NullMarked;
