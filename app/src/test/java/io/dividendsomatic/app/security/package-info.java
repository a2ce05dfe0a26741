/** Who is let in, and who is not. */
@NullMarked
package io.dividendsomatic.app.security;

import org.jspecify.annotations.NullMarked;
