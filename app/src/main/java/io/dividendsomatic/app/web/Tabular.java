package io.dividendsomatic.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that can also be given as one table. Methods, not components: JSON shows nothing of them. */
interface Tabular {

    List<String> header();

    /** Text, decimals, days and so on, one a column; null for an empty cell. */
    List<List<@Nullable Object>> rows();
}
