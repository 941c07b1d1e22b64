/** What the admins of an installation do. */
@NullMarked
package io.guildhall.web.admin;

import org.jspecify.annotations.NullMarked;
