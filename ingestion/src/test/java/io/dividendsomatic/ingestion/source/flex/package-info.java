/** Tests against a server on this machine that speaks the protocol. */
@NullMarked
package io.dividendsomatic.ingestion.source.flex;

import org.jspecify.annotations.NullMarked;
