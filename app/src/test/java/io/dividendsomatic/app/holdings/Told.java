package io.dividendsomatic.app.holdings;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.OpenPosition.Detail;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import io.dividendsomatic.portfolio.statement.StatementDetail.Field;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for tests: what files tell an account. */
final class Told {
    static final LocalDate MARCH_3 = LocalDate.of(2026, 3, 3);
    static final LocalDate MARCH_4 = LocalDate.of(2026, 3, 4);
    static final Instrument ALFA = instrument("ALFA", "US000000AA16");
    static final Instrument BETA = instrument("BETA", "US000000BB22");
    static final Instrument KUUSI = instrument("KUUSI", "FI0000000011");

    private Told() {}

    /** A file of that name about an account, made by the broker so many hours after the first of April. */
    static ToldFile statement(AccountId account, String name, int hours, StatementRow... rows) {
        List<StatementLine> lines = new ArrayList<>();
        for (StatementRow row : rows) {
            lines.add(new StatementLine(lines.size() + 2, row));
        }
        return new ToldFile(account, name, edition(hours), lines);
    }

    static FileId file(AccountId account, String name) {
        return new ToldFile(account, name, edition(0), List.of()).id();
    }

    private static Edition edition(int hours) {
        return new Edition(Instant.parse("2026-04-01T00:00:00Z").plusSeconds(3600L * hours), 10);
    }

    static StatementDetail base(String currency) {
        return new StatementDetail(Field.BASE_CURRENCY, currency);
    }

    static OpenPosition inUsd(LocalDate asOf, Instrument instrument, String quantity, String price, String cost) {
        return position(asOf, instrument, "USD", quantity, price, cost, "0.84");
    }

    /** Worth quantity × price. */
    static OpenPosition position(
            LocalDate asOf,
            Instrument instrument,
            String currency,
            String quantity,
            String price,
            String cost,
            @Nullable String rate) {
        return new OpenPosition(
                asOf,
                instrument,
                Detail.SUMMARY,
                new CurrencyCode(currency),
                Quantity.of(quantity),
                UnitPrice.of(price),
                new Amount(new BigDecimal(quantity).multiply(new BigDecimal(price))),
                null,
                Amount.of(cost),
                null,
                rate == null ? null : FxRate.of(rate));
    }

    /** Ten for 80 that stand at 9, in a file that tells neither their value nor a rate. */
    static OpenPosition unvalued(Instrument instrument) {
        return new OpenPosition(
                MARCH_3,
                instrument,
                Detail.SUMMARY,
                new CurrencyCode("USD"),
                Quantity.of("10"),
                UnitPrice.of("9"),
                null,
                null,
                Amount.of("80"),
                null,
                null);
    }

    /** ALFA under another name. */
    static Instrument named(String name) {
        return new Instrument("ALFA", ALFA.isin(), name, null, null, null, null, null, null);
    }

    private static Instrument instrument(String symbol, String isin) {
        return new Instrument(symbol, new Isin(isin), symbol + " TRUST", null, null, null, null, "STK", null);
    }
}
