package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.dividends.income.Figure;
import io.dividendsomatic.dividends.income.Frequency;
import io.dividendsomatic.dividends.income.Yields;
import io.dividendsomatic.dividends.outlook.HeldIncome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every instrument that paid this year or is held: its rhythm, what it paid and what it is expected to pay, in the reporting
 * currency.
 */
final class PayersTable {
    private static final List<Sheet.Column> COLUMNS = List.of(
            text("instrument").with("isin", "name"),
            text("rhythm"),
            number("paidThisYear"),
            number("remaining"),
            number("estimatedMonthly"),
            number("estimatedAnnual"),
            number("currentYield"),
            number("yieldOnCost"));

    private final List<Payer> payers;
    private final IncomeBasis basis;

    /** @param held absent of what was sold since it paid */
    private record Payer(
            IncomeMatrix.@Nullable Row paid, @Nullable HeldIncome held) {

        BigDecimal sum() {
            return paid == null ? BigDecimal.ZERO : paid.sum();
        }

        boolean isMonthly() {
            return held != null && held.frequency() == Frequency.MONTHLY;
        }
    }

    /** Sums of some of them; absent where none has a figure. */
    record Sums(
            int payers,
            BigDecimal paid,
            @Nullable BigDecimal monthly,
            @Nullable BigDecimal annual,
            @Nullable BigDecimal remaining) {}

    private PayersTable(List<Payer> payers, IncomeBasis basis) {
        this.payers = payers;
        this.basis = basis;
    }

    /** Those that paid most first. */
    static PayersTable of(IncomeMatrix paid, List<HeldIncome> held, IncomeBasis basis) {
        Map<String, List<HeldIncome>> byIdentity = held.stream().collect(Collectors.groupingBy(PayersTable::identity));
        List<HeldIncome> alone = new ArrayList<>(held);
        List<Payer> payers = new ArrayList<>();
        for (IncomeMatrix.Row row : paid.rows()) {
            List<HeldIncome> same =
                    byIdentity.getOrDefault(row.isin() == null ? row.name() : String.valueOf(row.isin()), List.of());
            HeldIncome one = same.size() == 1 ? same.getFirst() : null; // a symbol of two brokers may mean two things
            alone.remove(one);
            payers.add(new Payer(row, one));
        }
        alone.stream().filter(each -> each.declared() != null).forEach(each -> payers.add(new Payer(null, each)));
        payers.sort(Comparator.comparing(Payer::sum)
                .reversed()
                .thenComparing(payer -> payer.held() == null ? "" : identity(payer.held())));
        return new PayersTable(payers, basis);
    }

    private static String identity(HeldIncome held) {
        return Stream.of(
                        held.instrument().isin(),
                        held.instrument().symbol(),
                        held.instrument().name())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(Shown.UNKNOWN);
    }

    /** Of those that pay every month. */
    Sums monthly() {
        return sums(payers.stream().filter(Payer::isMonthly).toList());
    }

    private Sums sums(List<Payer> some) {
        return new Sums(
                some.size(),
                some.stream().map(Payer::sum).reduce(BigDecimal.ZERO, BigDecimal::add),
                sum(some, Yields::estimatedMonthly),
                sum(some, Yields::projectedAnnual),
                sum(some, Yields::remainingThisYear));
    }

    private @Nullable BigDecimal sum(List<Payer> some, Function<Yields, Figure> figure) {
        return some.stream()
                .flatMap(payer -> Stream.ofNullable(payer.held()))
                .flatMap(held -> Stream.ofNullable(figure.apply(basis.of(held)).value()))
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    Sheet sheet(Look look, Shown show) {
        Cells cells = new Cells(show);
        Sums all = sums(payers);
        Cell nothing = Cell.of("");
        return Sheet.whole(
                "payers",
                COLUMNS,
                payers.stream().map(payer -> row(payer, look, cells)).toList(),
                payers.isEmpty()
                        ? List.of()
                        : List.of(
                                Cell.of(show.word("total")),
                                nothing,
                                cells.amount(all.paid()),
                                cells.amount(all.remaining()),
                                cells.amount(all.monthly()),
                                cells.amount(all.annual()),
                                nothing,
                                nothing),
                look.here());
    }

    private List<Cell> row(Payer payer, Look look, Cells cells) {
        HeldIncome held = payer.held();
        Yields yields = held == null ? null : basis.of(held);
        return List.of(
                name(payer, look, cells.shown()),
                Cell.of(cells.shown().word(held == null ? "income.sold" : "frequency." + held.frequency()))
                        .marked("badge"),
                paid(payer, look, cells),
                cells.amount(yields == null ? null : yields.remainingThisYear().value()),
                cells.amount(yields == null ? null : yields.estimatedMonthly().value()),
                cells.amount(yields == null ? null : yields.projectedAnnual().value()),
                cells.percents(yields == null ? null : yields.currentYield().value()),
                cells.percents(yields == null ? null : yields.yieldOnCost().value()));
    }

    private static Cell name(Payer payer, Look look, Shown show) {
        IncomeMatrix.Row paid = payer.paid();
        if (payer.held() != null) {
            return HeldIncomeTable.instrument(payer.held().instrument(), look);
        }
        return paid == null
                ? Cell.of(show.word("table.none"))
                : Cell.of(paid.name())
                        .telling(paid.isin(), null)
                        .leading(paid.isin() == null ? null : look.to("/instruments/" + paid.isin()));
    }

    private static Cell paid(Payer payer, Look look, Cells cells) {
        IncomeMatrix.Row paid = payer.paid();
        Cell sum = cells.amount(payer.sum());
        return paid == null || paid.isin() == null
                ? sum
                : sum.explained(Explained.ofPayments(
                        look, LocalDate.of(look.asOf().getYear(), 1, 1), look.asOf(), paid.isin()));
    }
}
