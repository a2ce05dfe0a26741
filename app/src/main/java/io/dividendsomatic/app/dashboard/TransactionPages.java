package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.money;
import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.transactions.Cash;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import io.dividendsomatic.portfolio.transactions.Transaction;
import io.dividendsomatic.portfolio.transactions.TransactionFilter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was booked up to a day, and what is left in cash. */
@Controller
class TransactionPages {
    static final List<Sheet.Column> COLUMNS = List.of(
            text("date"),
            text("kind").with("description"),
            text("instrument").with("isin", "name"),
            text("account"),
            number("quantity"),
            number("price"),
            money("amount"),
            money("value"));
    private static final List<Sheet.Column> CASH = List.of(
            text("account"),
            text("currency"),
            number("balance"),
            number("printed"),
            number("difference"),
            number("value"));

    private final LedgerView ledger;

    TransactionPages(LedgerView ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/transactions")
    String transactions(
            @RequestParam(required = false) @Nullable BookingKind kind,
            @RequestParam(required = false) @Nullable Isin isin,
            @RequestParam(defaultValue = "newest") String order,
            Look look,
            Shown show,
            Model page) {
        page.addAttribute("sheet", sheet(kind, isin, order, look, show));
        page.addAttribute("kind", kind);
        page.addAttribute("kinds", BookingKind.values());
        page.addAttribute("order", order);
        page.addAttribute(
                "cash",
                Sheet.plain(
                        "cash",
                        CASH,
                        ledger.cash(look.ledger(), look.asOf()).stream()
                                .map(cash -> row(cash, look, show))
                                .toList()));
        return "transactions";
    }

    @GetMapping({"/transactions.csv", "/transactions.xlsx"})
    ResponseEntity<Tabular> csv(
            @RequestParam(required = false) @Nullable BookingKind kind,
            @RequestParam(required = false) @Nullable Isin isin,
            @RequestParam(defaultValue = "newest") String order,
            Look look,
            Shown show) {
        return sheet(kind, isin, order, look, show).file(look);
    }

    private Sheet sheet(@Nullable BookingKind kind, @Nullable Isin isin, String order, Look look, Shown show) {
        TransactionFilter filter = new TransactionFilter(null, null, kind == null ? Set.of() : Set.of(kind), isin);
        Sheet.Pages<Transaction> oldestFirst = (page, size) -> ledger.transactions(look.ledger(), filter, page, size);
        return Sheet.queried(
                "transactions",
                COLUMNS,
                order.equals("oldest") ? oldestFirst : (page, size) -> Newest.page(page, size, oldestFirst),
                transaction -> row(transaction, look, show),
                look.here());
    }

    static List<Cell> row(Transaction transaction, Look look, Shown show) {
        Cells cells = new Cells(show);
        Address figure =
                Explained.ofTransaction(look, transaction.factId(), transaction.account(), transaction.tradeDate());
        String name = transaction.symbol() != null ? transaction.symbol() : transaction.name();
        return List.of(
                cells.date(transaction.tradeDate()),
                Cell.of(show.word("kind." + transaction.kind()))
                        .noted(transaction.description())
                        .telling(transaction.description()),
                cells.text(name)
                        .telling(transaction.isin(), transaction.name())
                        .leading(transaction.isin() == null ? null : look.to("/instruments/" + transaction.isin())),
                cells.text(transaction.account()),
                cells.quantity(transaction.quantity()),
                cells.price(transaction.price()),
                cells.money(transaction.amount()).explained(figure),
                cells.amount(transaction.inReportingCurrency().amount())
                        .in(transaction.inReportingCurrency().currency()));
    }

    private static List<Cell> row(Cash cash, Look look, Shown show) {
        Cells cells = new Cells(show);
        Cash.Printed printed = cash.printed();
        Cell balance = cells.amount(printed == null ? null : printed.balance())
                .noted(printed == null ? null : show.date(printed.asOf()));
        return List.of(
                cells.text(cash.account()),
                cells.text(cash.currency()),
                cells.amount(cash.balance()).marked(show.sign(cash.balance().value())),
                cash.sources().isEmpty() ? balance : balance.explained(Explained.ofLine(look, cash.sources())),
                cells.amount(cash.difference())
                        .marked(
                                cash.difference() != null
                                                && cash.difference().value().signum() != 0
                                        ? "down"
                                        : ""),
                cells.amount(cash.inReportingCurrency().balance())
                        .noted(cash.inReportingCurrency().currency().code()));
    }
}
