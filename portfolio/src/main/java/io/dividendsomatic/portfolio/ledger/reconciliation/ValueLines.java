package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatementFile.Printed;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a file prints the whole account to be worth, against what we come to: our units at the broker's prices of that
 * day, and our cash, each at the rate that the account's own files state for the day. Dividends and interest that are
 * accrued are no booking; what the file says them to be is added. Where any part is unknown nothing is compared, and the
 * rows of that part are named.
 */
record ValueLines(StatementFile file, Ours ours) {
    /** As IBKR names these parts of the value in its statements, in English and in Russian. */
    private static final Pattern ACCRUED = Pattern.compile(".*(accrual|начислен).*");

    Stream<ReconciliationLine> lines() {
        List<Printed<NetAssetValue>> all = file.printed(NetAssetValue.class);
        List<Printed<OpenPosition>> positions = file.printed(OpenPosition.class);
        return all.stream()
                .filter(printed -> printed.row().assetClass() == null)
                .map(printed -> line(printed, worth(printed.row(), all, positions)));
    }

    private ReconciliationLine line(Printed<NetAssetValue> printed, Worth worth) {
        NetAssetValue row = printed.row();
        ReconciliationLine line = ReconciliationLine.of(
                file.file(),
                new Period(row.asOf(), row.asOf()),
                Item.NET_ASSET_VALUE,
                null,
                row.currency(),
                row.value(),
                worth.sum() == null ? null : new Amount(worth.sum()),
                Tolerance.ofMoney(List.of(row.value().value()), row.currency()),
                List.of(printed.source()));
        return switch (line.verdict()) {
            case MATCH -> line;
            case NOT_STATED -> line.naming(worth.unknown());
            case BREAK ->
                line.naming(ours.cash().currencies().stream()
                        .flatMap(currency -> DoubtfulCharges.of(currency, row.asOf(), ours.bookings()).stream())
                        .toList());
        };
    }

    private Worth worth(
            NetAssetValue total, List<Printed<NetAssetValue>> parts, List<Printed<OpenPosition>> positions) {
        CurrencyCode base = total.currency();
        if (base == null) {
            return Worth.unknown(List.of());
        }
        LocalDate day = total.asOf();
        List<Printed<OpenPosition>> ofDay = positions.stream()
                .filter(position -> position.row().asOf().equals(day))
                .toList();
        return Worth.sum(Stream.of(
                new PositionsWorth(ours, day, base).of(ofDay.isEmpty() ? reported(day) : ofDay),
                ours.cashWorth(base, day),
                accrued(total, parts)));
    }

    /** Those of another file, where this one lists none. */
    private List<Printed<OpenPosition>> reported(LocalDate day) {
        return ours.reported()
                .apply(day)
                .map(other -> other.printed(OpenPosition.class))
                .orElse(List.of());
    }

    private static Worth accrued(NetAssetValue total, List<Printed<NetAssetValue>> parts) {
        return Worth.sum(parts.stream()
                .map(Printed::row)
                .filter(part -> part.asOf().equals(total.asOf()) && isAccrued(part))
                .map(part -> new Worth(part.value().value(), List.<SourceRef>of())));
    }

    private static boolean isAccrued(NetAssetValue part) {
        return part.assetClass() != null
                && ACCRUED.matcher(part.assetClass().toLowerCase(Locale.ROOT)).matches();
    }
}
