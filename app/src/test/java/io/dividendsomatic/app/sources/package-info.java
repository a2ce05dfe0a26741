/** Sources are asked in turn, by one node at a time, and tell how it went. */
@NullMarked
package io.dividendsomatic.app.sources;

import org.jspecify.annotations.NullMarked;
