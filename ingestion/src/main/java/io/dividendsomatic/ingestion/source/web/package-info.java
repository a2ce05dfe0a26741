/** How sources ask servers: over verified connections, only hosts that are named, within limits, telling no secret. */
@NullMarked
package io.dividendsomatic.ingestion.source.web;

import org.jspecify.annotations.NullMarked;
