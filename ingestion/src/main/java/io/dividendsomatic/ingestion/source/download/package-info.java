/** Files that anybody may fetch by their address, such as a central bank's reference rates. */
@NullMarked
package io.dividendsomatic.ingestion.source.download;

import org.jspecify.annotations.NullMarked;
