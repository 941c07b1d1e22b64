/** What somebody is in a project, which every use case of a workspace asks first. */
@NullMarked
package io.guildhall.application.workspace;

import org.jspecify.annotations.NullMarked;
