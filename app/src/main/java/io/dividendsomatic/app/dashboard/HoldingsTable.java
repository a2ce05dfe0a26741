package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.money;
import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.Figures;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.Valuing.Basis;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holdings as rows: native price and value beside value, cost and result in the reporting currency. */
final class HoldingsTable {
    static final List<Sheet.Column> COLUMNS = List.of(
            text("instrument").with("isin", "name", "accounts"),
            number("quantity"),
            money("price"),
            money("nativeValue"),
            text("asOf").with("origin"),
            number("value").with("reportingCurrency", "quality", "basis", "basisDay"),
            number("cost"),
            number("unrealized"),
            number("return"),
            number("weight"));

    /** Those of the overview. */
    static final List<Sheet.Column> SHORT =
            List.of(text("instrument"), number("value"), number("unrealized"), number("weight"));

    private static final Set<String> BASES = Set.of("REPORT", "TRADE", "COST");

    private final Cells cells;
    private final Look look;

    HoldingsTable(Shown shown, Look look) {
        this.cells = new Cells(shown);
        this.look = look;
    }

    Sheet sheet(Holdings held) {
        return Sheet.of("holdings", COLUMNS, held.items(), this::row, foot(totals(held)), look.here());
    }

    /** The totals, where they are any: the sum of nothing that is known is no figure. */
    static Figures totals(Holdings held) {
        Figures sum = held.totals();
        return new Figures(
                known(held, sum, Figures::marketValue),
                known(held, sum, Figures::costBasis),
                known(held, sum, Figures::unrealizedPnl));
    }

    private static @Nullable BigDecimal known(
            Holdings held, Figures sum, Function<Figures, @Nullable BigDecimal> figure) {
        BigDecimal total = figure.apply(sum);
        boolean isKnown = held.items().isEmpty()
                || (total != null && total.signum() != 0)
                || held.items().stream()
                        .anyMatch(
                                item -> figure.apply(item.inReportingCurrency().figures()) != null);
        return isKnown ? total : null;
    }

    private List<Cell> foot(Figures totals) {
        Cell nothing = Cell.of("");
        return List.of(
                Cell.of(cells.shown().word("total")),
                nothing,
                nothing,
                nothing,
                nothing,
                cells.amount(totals.marketValue()),
                cells.amount(totals.costBasis()),
                cells.signed(totals.unrealizedPnl()),
                nothing,
                nothing);
    }

    List<Cell> row(Holding holding) {
        Address figure = Explained.ofHolding(look, holding);
        Holding.InReportingCurrency reporting = holding.inReportingCurrency();
        CurrencyCode currency = holding.currency();
        Quality quality = Standing.quality(holding, look.asOf());
        Basis basis = oldestBasis(holding);
        return List.of(
                name(holding),
                cells.quantity(holding.quantity()).explained(figure),
                cells.price(holding.markPrice()).in(currency),
                cells.amount(holding.marketValue()).in(currency).explained(figure),
                cells.date(asOf(holding))
                        .noted(isDerived(holding) ? cells.shown().word("origin.DERIVED") : null)
                        .telling(isDerived(holding) ? Origin.DERIVED : Origin.REPORTED),
                cells.amount(reporting.marketValue())
                        .noted(quality(quality, basis))
                        .telling(
                                reporting.currency(),
                                quality,
                                basis == null ? null : basis.source(),
                                basis == null ? null : basis.day())
                        .explained(figure),
                cells.amount(reporting.costBasis()).explained(figure),
                cells.signed(reporting.unrealizedPnl()).explained(figure),
                returned(holding),
                cells.percent(holding.weight()));
    }

    List<Cell> shortRow(Holding holding) {
        return List.of(
                name(holding),
                cells.amount(holding.inReportingCurrency().marketValue()).explained(Explained.ofHolding(look, holding)),
                cells.signed(holding.inReportingCurrency().unrealizedPnl())
                        .explained(Explained.ofHolding(look, holding)),
                cells.percent(holding.weight()));
    }

    private Cell name(Holding holding) {
        String accounts = holding.accounts().stream()
                .map(HeldIn::account)
                .map(AccountId::toString)
                .collect(Collectors.joining(", "));
        String name = holding.name() == null || holding.name().equals(holding.label()) ? accounts : holding.name();
        return Cell.of(holding.label())
                .noted(name)
                .telling(holding.isin(), holding.name(), accounts)
                .marked(holding.quantity().value().signum() < 0 ? "short" : "")
                .leading(holding.isin() == null ? null : look.to("/instruments/" + holding.isin()));
    }

    private Cell returned(Holding holding) {
        BigDecimal share = Ratios.ofCost(holding.inReportingCurrency().unrealizedPnl(), holding.costOfResult());
        return cells.percent(share).marked(cells.shown().sign(share));
    }

    private static LocalDate asOf(Holding holding) {
        return holding.accounts().stream()
                .map(HeldIn::asOf)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean isDerived(Holding holding) {
        return holding.accounts().stream().anyMatch(held -> held.origin() == Origin.DERIVED);
    }

    private static @Nullable Basis oldestBasis(Holding holding) {
        return holding.accounts().stream()
                .flatMap(part -> Stream.ofNullable(part.basis()))
                .min(Comparator.comparing(Basis::day))
                .orElse(null);
    }

    /** What keeps the value from being the broker's own of the day, and what it rests on then. */
    private @Nullable String quality(Quality quality, @Nullable Basis basis) {
        if (quality.compareTo(Quality.RECONSTRUCTED) <= 0) {
            return null;
        }
        String on = basis == null
                ? ""
                : " · " + source(basis.source()) + " " + cells.shown().date(basis.day());
        return cells.shown().word("quality." + quality) + on;
    }

    /** A vendor goes by its own name. */
    private String source(String source) {
        return BASES.contains(source) ? cells.shown().word("basis." + source) : source;
    }
}
