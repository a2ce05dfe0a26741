/** Tests of the REST contract over the running program. */
@NullMarked
package io.dividendsomatic.app.web;

import org.jspecify.annotations.NullMarked;
