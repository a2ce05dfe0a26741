package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.money;
import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.reporting.gains.GainReport;
import io.dividendsomatic.reporting.gains.WhatIfReport;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What sales realized as rows, in the reporting currency, and what the sold would be worth. */
final class GainTables {
    /** Of a long table; its file has all. */
    static final int SHOWN = 20;

    private static final List<Sheet.Column> YEARS = List.of(
            text("year"),
            number("sales"),
            number("won"),
            number("lost"),
            number("gains"),
            number("losses"),
            number("gain"),
            number("unknown"));
    private static final List<Sheet.Column> NAMED =
            List.of(text("instrument").with("isin", "name"), number("sales"), text("lastSale"), number("gain"));
    private static final List<Sheet.Column> SALES = List.of(
            text("date").with("account"),
            text("instrument").with("isin", "name"),
            number("quantity"),
            money("proceeds"),
            money("cost"),
            money("gain"),
            money("value"));
    private static final List<Sheet.Column> KEPT = List.of(
            text("instrument").with("isin", "name"),
            number("quantity"),
            money("price"),
            text("asOf"),
            number("proceeds"),
            number("hypothetical"),
            number("advantage"));

    private final Cells cells;
    private final Look look;

    GainTables(Shown shown, Look look) {
        this.cells = new Cells(shown);
        this.look = look;
    }

    /** The newest year first; a year leads to its sales. */
    Sheet years(GainReport report) {
        return Sheet.whole(
                "years",
                YEARS,
                report.years().reversed().stream()
                        .map(each -> row(
                                Cell.other(String.valueOf(each.year()), each.year())
                                        .leading(look.to("/results").with("year", each.year())),
                                each.line()))
                        .toList(),
                report.year() == null ? row(Cell.of(cells.shown().word("total")), report.totals()) : List.of(),
                look.here());
    }

    /** Sales of which none has a figure come to no sum. */
    private List<Cell> row(Cell first, GainReport.Line line) {
        boolean isKnown = line.sales() == 0 || line.unknown() < line.sales();
        return List.of(
                first,
                cells.count(line.sales()),
                cells.count(line.won()),
                cells.count(line.lost()),
                cells.amount(isKnown ? line.gains() : null),
                cells.amount(isKnown ? line.losses() : null),
                cells.signed(isKnown ? line.net() : null),
                cells.count(line.unknown()));
    }

    /** An instrument leads to its page, where its sales lead to their lines. */
    Sheet named(String name, List<GainReport.OfInstrument> instruments) {
        return Sheet.whole(
                name,
                NAMED,
                instruments.stream()
                        .map(each -> List.of(
                                instrument(each.isin(), each.symbol(), each.name()),
                                cells.count(each.line().sales()),
                                cells.date(each.lastSale()),
                                cells.signed(each.line().net())))
                        .toList(),
                List.of(),
                look.here());
    }

    /** The newest first. */
    Sheet sales(Sheet.Pages<Gain> oldestFirst) {
        return Sheet.queried(
                "sales", SALES, (page, size) -> Newest.page(page, size, oldestFirst), this::row, look.here());
    }

    private List<Cell> row(Gain gain) {
        Address figure = Explained.ofLine(look, gain.sources());
        Shown show = cells.shown();
        return List.of(
                cells.date(gain.date()).noted(gain.account().toString()).telling(gain.account()),
                instrument(gain.isin(), gain.symbol(), gain.name()),
                cells.quantity(gain.quantity()),
                cells.money(gain.proceeds()).explained(figure),
                cells.money(gain.cost()).explained(figure),
                cells.money(gain.gain())
                        .noted(gain.unknown() == null ? null : show.word("unknown." + gain.unknown()))
                        .explained(figure),
                cells.signed(gain.inReportingCurrency().gain())
                        .telling(gain.inReportingCurrency().currency())
                        .explained(figure));
    }

    /** Where selling was best first; no sum where nothing can be valued. */
    Sheet kept(WhatIfReport report, int most) {
        boolean isKnown = report.unvalued() < report.items().size();
        Cell nothing = Cell.of("");
        return Sheet.whole(
                "what-if",
                KEPT,
                report.items().stream().limit(most).map(this::row).toList(),
                isKnown
                        ? List.of(
                                Cell.of(cells.shown().word("total")),
                                nothing,
                                nothing,
                                nothing,
                                cells.amount(report.proceeds()),
                                cells.amount(report.hypothetical()),
                                cells.signed(report.advantage()))
                        : List.of(),
                look.here());
    }

    private List<Cell> row(WhatIfReport.Item item) {
        Shown show = cells.shown();
        return List.of(
                instrument(item.isin(), item.symbol(), item.name()),
                Cell.number(show.quantity(item.quantity()), item.quantity()),
                Cell.number(show.exact(item.price()), item.price()).in(item.nativeCurrency()),
                cells.date(item.pricedOn()),
                cells.amount(item.proceeds()),
                cells.amount(item.hypothetical()),
                cells.signed(item.advantage()));
    }

    private Cell instrument(@Nullable Isin isin, @Nullable String symbol, @Nullable String name) {
        String label = Stream.of(symbol, name, isin)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(Shown.UNKNOWN);
        return Cell.of(label)
                .telling(isin, name)
                .noted(label.equals(name) ? null : name)
                .leading(isin == null ? null : look.to("/instruments/" + isin) + "#gains");
    }
}
