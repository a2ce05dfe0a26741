/** Asks every configured source at its time, one node at a time, and tells how that went. */
@NullMarked
package io.dividendsomatic.app.sources;

import org.jspecify.annotations.NullMarked;
