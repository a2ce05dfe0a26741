/** Tests of how servers are asked, against a server on this machine. */
@NullMarked
package io.dividendsomatic.ingestion.source.web;

import org.jspecify.annotations.NullMarked;
