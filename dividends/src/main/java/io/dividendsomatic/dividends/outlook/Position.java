package io.dividendsomatic.dividends.outlook;

import io.dividendsomatic.dividends.income.InstrumentIncome;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.util.List;
import java.util.Map;

/**
 * An instrument with all that is known of its income, in all accounts.
 *
 * @param held shares on the day, by account; an account that is not named holds none that we know of
 * @param payments of the instrument, tax by itself included
 * @param income as of the day
 */
public record Position(
        Instrument instrument,
        InstrumentKey key,
        Map<AccountId, Quantity> held,
        List<Payment> payments,
        List<ExpectedPayment> expected,
        InstrumentIncome income) {

    public Position {
        held = Map.copyOf(held);
        payments = List.copyOf(payments);
        expected = List.copyOf(expected);
    }
}
