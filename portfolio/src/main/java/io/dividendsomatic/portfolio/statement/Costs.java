package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a trade cost beside its price, as the effect on cash: a charge is negative, a rebate positive.
 *
 * @param fee commission and all other charges of broker and exchange
 * @param tax stamp duty, transaction tax and the like
 */
public record Costs(@Nullable Money fee, @Nullable Money tax) {
    public static final Costs NONE = new Costs(null, null);
}
