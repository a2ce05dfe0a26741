package io.dividendsomatic.ingestion.format.lynx;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.HeadedRow;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.StatedGain;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Realized gains of the Finnish tax form 9A by Lynx, in euros: {@code tax_year, account, stock_name, quantity, buy_date,
 * sell_date, buy_price, sell_price, gain, loss}. Prices are totals; of gain and loss one is filled, the loss with or
 * without its sign.
 */
public final class LynxGains implements StatementFormat {
    private static final Broker LYNX = new Broker("lynx");
    private static final DateStyle DATES = DateStyle.of("d/M/uuuu", "uuuu-MM-dd");
    private static final CurrencyUnit EUROS = new CurrencyUnit(new CurrencyCode("EUR"), 0);
    private static final List<String> REQUIRED =
            List.of("tax_year", "stock_name", "quantity", "sell_date", "buy_price", "sell_price");
    private static final List<String> KNOWN = List.of(
            "tax_year",
            "account",
            "stock_name",
            "quantity",
            "buy_date",
            "sell_date",
            "buy_price",
            "sell_price",
            "gain",
            "loss");

    @Override
    public String name() {
        return "lynx-9a";
    }

    @Override
    public int parserVersion() {
        return 1;
    }

    @Override
    public int precedence() {
        return 10;
    }

    @Override
    public Recognition recognise(Document document) {
        return document.isTable()
                ? Recognition.byColumns(bind(document.table(dialect()).first()), REQUIRED)
                : Recognition.NO;
    }

    @Override
    public Reading read(Document document) {
        CsvTable table = document.table(dialect());
        Header header = bind(table.first());
        Verdicts verdicts = new Verdicts();
        HeadedRow.of(table, LynxGains::bind, REQUIRED)
                .forEach(headed -> verdicts.read(
                        headed.row(),
                        () -> gain(Cells.ofShort(headed.row(), headed.header(), NumberStyle.DOT, DATES))));
        return new Reading(verdicts.list(), header.drift("9A", KNOWN).stream().toList(), null, null);
    }

    private static Header bind(CsvRow row) {
        return Header.of(row, name -> name.toLowerCase(Locale.ROOT));
    }

    private static Fact gain(Cells cells) {
        Instrument instrument =
                new Instrument(null, null, cells.required("stock_name"), null, null, null, null, null, null);
        StatedGain gain = new StatedGain(
                instrument,
                cells.quantity("quantity"),
                cells.dateIfAny("buy_date"),
                cells.date("sell_date"),
                EUROS.currency(),
                positive(cells, "sell_price"),
                positive(cells, "buy_price"),
                null,
                null,
                null,
                result(cells));
        if (gain.quantity().value().signum() <= 0) {
            throw cells.refused("quantity", ProblemCode.BAD_NUMBER, "not above zero");
        }
        return Fact.of(cells.account(LYNX, "account"), gain);
    }

    private static Amount positive(Cells cells, String column) {
        Amount amount = cells.required(column, cells.amount(column, EUROS));
        if (amount.value().signum() <= 0) {
            throw cells.refused(column, ProblemCode.BAD_NUMBER, "not above zero");
        }
        return amount;
    }

    private static Amount result(Cells cells) {
        @Nullable Amount gain = cells.amount("gain", EUROS);
        @Nullable Amount loss = cells.amount("loss", EUROS);
        if (gain != null
                && loss != null
                && gain.value().signum() != 0
                && loss.value().signum() != 0) {
            throw cells.refused("loss", ProblemCode.BAD_NUMBER, "a sale has a gain or a loss, not both");
        }
        if (loss != null && loss.value().signum() != 0) {
            return new Amount(loss.value().abs().negate());
        }
        return cells.required("gain", gain != null ? gain : loss);
    }
}
