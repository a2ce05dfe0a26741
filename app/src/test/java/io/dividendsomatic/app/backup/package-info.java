/** Backups, and what is made of them. */
@NullMarked
package io.dividendsomatic.app.backup;

import org.jspecify.annotations.NullMarked;
