/** Administration: the processors, read models in generations, rebuilds, and the audit of snapshots. */
@NullMarked
package io.dividendsomatic.app.admin;

import org.jspecify.annotations.NullMarked;
