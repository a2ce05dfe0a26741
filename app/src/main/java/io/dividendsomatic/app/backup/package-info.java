/** Everything that cannot be built again as one file, and a home made of such a file. */
@NullMarked
package io.dividendsomatic.app.backup;

import org.jspecify.annotations.NullMarked;
