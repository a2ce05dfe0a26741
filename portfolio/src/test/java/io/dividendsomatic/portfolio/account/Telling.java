package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.StatementRecorded;
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
import io.dividendsomatic.portfolio.statement.RecordStatement;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for tests: what files tell an account. */
final class Telling {
    static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000001");
    static final LocalDate MARCH_3 = LocalDate.of(2031, 3, 3);
    static final CurrencyCode USD = new CurrencyCode("USD");
    static final CurrencyCode EUR = new CurrencyCode("EUR");
    static final Instrument ALFA = instrument("ALFA", "US000000AA16");
    static final Instrument BETA = instrument("BETA", "US000000BB22");

    private Telling() {}

    static Instrument instrument(String symbol, @Nullable String isin) {
        return new Instrument(symbol, isin == null ? null : new Isin(isin), null, null, null, null, null, "STK", null);
    }

    static FileId file(String content) {
        return FileId.of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** A statement of the file with that name, made by the broker so many hours after the first of April. */
    static RecordStatement statement(String file, int hours, StatementRow... rows) {
        List<StatementLine> lines = new ArrayList<>();
        for (StatementRow row : rows) {
            lines.add(new StatementLine(lines.size() + 2, row));
        }
        return new RecordStatement(ACCOUNT, file(file), edition(hours), null, lines, List.of());
    }

    static Edition edition(int hours) {
        return new Edition(Instant.parse("2031-04-01T00:00:00Z").plusSeconds(3600L * hours), 10);
    }

    static OpenPosition position(Instrument instrument, String quantity, String price, String cost) {
        return position(MARCH_3, instrument, USD, quantity, price, cost, "0.84");
    }

    static OpenPosition position(
            LocalDate asOf,
            Instrument instrument,
            CurrencyCode currency,
            String quantity,
            @Nullable String price,
            @Nullable String cost,
            @Nullable String rate) {
        return new OpenPosition(
                asOf,
                instrument,
                Detail.SUMMARY,
                currency,
                Quantity.of(quantity),
                price == null ? null : UnitPrice.of(price),
                null,
                null,
                cost == null ? null : Amount.of(cost),
                null,
                rate == null ? null : FxRate.of(rate));
    }

    static StatementRecorded recorded(String file, int newFacts, int knownFacts) {
        return new StatementRecorded(ACCOUNT, file(file), null, newFacts, knownFacts);
    }
}
