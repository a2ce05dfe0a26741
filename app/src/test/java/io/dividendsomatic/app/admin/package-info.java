/** Rebuilds and the audit, over the running program. */
@NullMarked
package io.dividendsomatic.app.admin;

import org.jspecify.annotations.NullMarked;
