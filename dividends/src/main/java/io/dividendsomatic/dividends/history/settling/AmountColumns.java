package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.DividendWords;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads amounts row by row; what a hundred thousand of them have in common is in memory once. */
final class AmountColumns {
    static final String COLUMNS = "pay_date, pay_month, isin, instrument_group, country, account, currency,"
            + " fx_rate_to_base, gross, withholding_tax, standing";

    /** All but {@link Payment#isTaxOnInterest}, whose rows are no part of what dividends sum up to. */
    static final String COUNTED = DividendWords.INTEREST.stream()
            .map(word -> "LOWER(COALESCE(description, '')) NOT LIKE '%" + word + "%'")
            .collect(Collectors.joining(
                    " AND ",
                    "(kind <> '" + PaymentKind.UNALLOCATED_TAX + "' OR instrument IS NOT NULL OR candidates <> '' OR (",
                    "))"));

    private final Map<String, Object> known = new HashMap<>();

    PaidAmount amount(ResultSet row) throws SQLException {
        String isin = row.getString(3);
        BigDecimal own = row.getBigDecimal(8);
        return new PaidAmount(
                once("day ", row.getString(1), LocalDate::parse),
                once("text ", row.getString(2), text -> text),
                isin == null ? null : once("isin ", isin, Isin::new),
                once("text ", row.getString(4), text -> text),
                once("text ", row.getString(5), text -> text),
                once("account ", row.getString(6), AccountId::parse),
                once("currency ", row.getString(7), CurrencyCode::new),
                own == null ? null : new FxRate(own),
                plain(row.getBigDecimal(9)),
                plain(row.getBigDecimal(10)),
                row.getInt(11));
    }

    @SuppressWarnings("unchecked") // of one kind is all that stands under its word
    private <T> T once(String kind, String text, Function<String, T> read) {
        return (T) known.computeIfAbsent(kind + text, first -> read.apply(text));
    }

    /** Without the zeros that the columns' scale adds. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
