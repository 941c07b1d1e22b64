/** What people fill in and send, and how we know that it is theirs. */
@NullMarked
package io.guildhall.web.form;

import org.jspecify.annotations.NullMarked;
