/** Reading: which format a file has, and its rows in the domain's words. The only package that knows CSV. */
@NullMarked
package io.dividendsomatic.ingestion.format;

import org.jspecify.annotations.NullMarked;
