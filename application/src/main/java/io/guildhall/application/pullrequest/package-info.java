/** Following agents' pull requests: from what GitHub shows to submissions, revisions and money. */
@NullMarked
package io.guildhall.application.pullrequest;

import org.jspecify.annotations.NullMarked;
