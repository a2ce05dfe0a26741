package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.dividends.matching.Terms;
import io.dividendsomatic.dividends.tax.Countries;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.transactions.settling.Cells;
import io.dividendsomatic.portfolio.transactions.settling.PackedSources;
import io.dividendsomatic.portfolio.transactions.settling.SettledColumns;
import io.dividendsomatic.portfolio.transactions.settling.SettledColumnsTable;
import io.dividendsomatic.portfolio.transactions.settling.SettledRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The payments, one row each, and tax that no payment claims. */
final class PaymentTable implements SettledColumnsTable {
    static final String NAME = "dividends_payment";

    @Override
    public String tableName() {
        return NAME;
    }

    @Override
    public String ownColumns() {
        return "kind, pay_date, pay_month, ex_date, payment_event, isin, symbol, name, conid, instrument,"
                + " instrument_group, country, currency, gross, withholding_tax, per_share, per_share_currency,"
                + " per_share_origin, quantity, expected_tax_rate, reversed, standing, fx_rate_to_base, description,"
                + " tax_country, tax, candidates, sources";
    }

    static List<SettledRow> rows(AccountHistory history) {
        return history.payments().stream().map(PaymentTable::row).toList();
    }

    private static SettledRow row(Payment payment) {
        Instrument instrument = payment.instrument();
        Terms terms = payment.terms();
        PerShare rate = terms.perShare();
        return new SettledRow(
                payment.id().value(),
                Arrays.<@Nullable Object>asList(
                        payment.kind().name(),
                        payment.payDate(),
                        YearMonth.from(payment.payDate()).toString(),
                        terms.exDate(),
                        payment.paymentEventId().value(),
                        instrument == null ? null : Cells.of(instrument.isin()),
                        instrument == null ? null : instrument.symbol(),
                        instrument == null ? null : instrument.name(),
                        instrument == null ? null : instrument.conid(),
                        payment.key() == null ? null : payment.key().value(),
                        Grouping.instrument(payment),
                        Countries.BY_ISIN.of(payment).orElse(""),
                        payment.currency().code(),
                        payment.gross().value(),
                        payment.withholdingTax().value(),
                        rate == null ? null : rate.amount().value(),
                        rate == null ? null : rate.currency().code(),
                        rate == null ? null : rate.origin().name(),
                        Cells.of(terms.quantity()),
                        terms.expectedTaxRate(),
                        payment.reversed(),
                        payment.isStanding() ? 1 : 0,
                        Cells.of(payment.fxRateToBase()),
                        payment.description(),
                        payment.taxCountry(),
                        TaxText.pack(payment.tax()),
                        TaxText.facts(payment.candidates()),
                        PackedSources.pack(payment.sources())));
    }

    static Payment payment(ResultSet result) throws SQLException {
        SettledColumns row = new SettledColumns(result);
        String key = row.text("instrument");
        return new Payment(
                new FactId(row.required("row_key")),
                new FactId(row.required("payment_event")),
                row.account(),
                instrument(row),
                key == null ? null : new InstrumentKey(key),
                PaymentKind.valueOf(row.required("kind")),
                row.day("pay_date"),
                currency(row, "currency"),
                amount(row, "gross"),
                amount(row, "withholding_tax"),
                new Terms(
                        row.optionalDay("ex_date"),
                        perShare(row),
                        row.quantity("quantity"),
                        decimal(row, "expected_tax_rate")),
                result.getBoolean("reversed"),
                row.rate("fx_rate_to_base"),
                row.text("description"),
                row.text("tax_country"),
                TaxText.unpack(row.required("tax")),
                TaxText.facts(row.required("candidates")),
                row.sources());
    }

    static @Nullable Instrument instrument(SettledColumns row) throws SQLException {
        String symbol = row.text("symbol");
        String name = row.text("name");
        String conid = row.text("conid");
        return symbol == null && name == null && conid == null && row.isin() == null
                ? null
                : new Instrument(symbol, row.isin(), name, conid, null, null, null, null, null);
    }

    static @Nullable PerShare perShare(SettledColumns row) throws SQLException {
        UnitPrice amount = row.price("per_share");
        return amount == null
                ? null
                : new PerShare(
                        amount,
                        currency(row, "per_share_currency"),
                        PerShare.Origin.valueOf(row.required("per_share_origin")));
    }

    static CurrencyCode currency(SettledColumns row, String column) throws SQLException {
        return Objects.requireNonNull(row.currency(column), column);
    }

    private static Amount amount(SettledColumns row, String column) throws SQLException {
        return Objects.requireNonNull(row.amount(column), column);
    }

    /** Without the zeros that the column's scale adds. */
    static @Nullable BigDecimal decimal(SettledColumns row, String column) throws SQLException {
        Amount value = row.amount(column);
        return value == null ? null : value.value();
    }
}
