/** The demo: a small invented portfolio that goes through the same inbox as a person's own files. */
@NullMarked
package io.dividendsomatic.app.demo;

import org.jspecify.annotations.NullMarked;
